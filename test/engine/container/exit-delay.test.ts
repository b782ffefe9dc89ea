import { describe, expect, it } from 'vitest';
import { createSandbox, runLine, type Sandbox } from '@/lib/engine';
import { courseWorld } from '../support/session-world';

/** A host whose commands stand in a script, or are typed at a terminal. */
function host(terminal: boolean): Sandbox {
  return createSandbox({
    world: courseWorld,
    seed: 'exit-delay',
    now: Date.UTC(2026, 10, 21, 22, 5),
    images: ['busybox'],
    terminal,
  });
}

/** What the last of some commands prints, both streams, trimmed. */
function lastOf(start: Sandbox, ...lines: readonly string[]): string {
  let sandbox = start;
  let text = '';
  for (const line of lines) {
    const run = runLine(sandbox, line, courseWorld);
    sandbox = run.sandbox;
    text = `${run.stdout}${run.stderr}`.trim();
  }
  return text;
}

const short = 'docker run -d --name job busybox true';
const published = 'docker run -d --name job -p 8080:80 busybox true';
const state = "docker ps -a --format '{{.Names}} {{.State}}'";
const inspected = "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' job";
const other = 'docker images -q';

describe('a main process that ends at once, in a script', () => {
  const script = host(false);

  it('is still listed as running by the next command', () => {
    expect(lastOf(script, short, state)).toBe('job running');
  });

  it('is listed as ended after a few commands, later when ports are published', () => {
    const few = [other, other, other];
    expect(lastOf(script, short, ...few, state)).toBe('job exited');
    expect(lastOf(script, published, ...few, state)).toBe('job running');
    expect(lastOf(script, published, ...few, ...few, other, state)).toBe('job exited');
  });

  it('has ended for every request that locks the container', () => {
    expect(lastOf(script, short, inspected)).toBe('exited 0');
    expect(lastOf(script, short, 'docker pause job')).toMatch(/is not running$/);
    expect(lastOf(script, short, 'docker rm job')).toBe('job');
    expect(lastOf(script, short, 'docker wait job')).toBe('0');
    expect(lastOf(script, short, 'docker container prune -f')).toMatch(/^Deleted Containers:/);
  });

  it('has ended for what comes after such a request, though that was refused', () => {
    expect(lastOf(script, short, 'docker pause job', state)).toBe('job exited');
  });

  it.each([
    ['docker stop -t 0 other', 'exited'],
    ['docker kill other', 'exited'],
    ['docker rm -f other', 'exited'],
    ['docker kill -s USR1 other', 'running'],
    ['docker rm other', 'running'],
    ['docker rm -f none', 'running'],
  ])('after %s, which takes as long as another end takes, is listed as %s', (line, kind) => {
    const serving = 'docker run -d --name other busybox sleep 1000';
    const listed = "docker ps -a --filter name=job --format '{{.State}}'";
    expect(lastOf(script, serving, published, line, listed)).toBe(kind);
  });

  it('is not waited for by a request that fails before it looks at the container', () => {
    expect(lastOf(script, short, 'docker kill -s BAD job', state)).toBe('job running');
  });

  it.each(['0.2 0.15 0.1', '0.1 0.15 0.2', '0.15 0.15 0.15', '0.25 0.2 0.1', '0.3 0.2 0.2'])(
    'goes once when others end meanwhile, after %s s',
    (seconds) => {
      const runs = seconds.split(' ').map((each) => `docker run -d --rm busybox sleep ${each}`);
      const later = ['docker run --rm busybox sleep 2', other, 'docker ps -aq'];
      const prune = 'docker container prune -f';
      for (const between of [[], [other], [other, other]])
        expect(lastOf(script, ...runs, ...between, prune, ...later)).toBe('');
    },
  );

  it('is found by the request that waits for its end, and then goes when it was run with --rm', () => {
    const gone = 'docker run -d --rm --name job busybox true';
    expect(lastOf(script, gone, 'docker unpause job')).toMatch(/is not paused$/);
    expect(lastOf(script, gone, 'docker unpause job', state)).toBe('');
    expect(lastOf(script, gone, inspected)).toBe('exited 0');
  });

  it('has ended when a client that was attached to it comes back', () => {
    expect(lastOf(script, 'docker run --name job busybox true', state)).toBe('job exited');
  });
});

describe('a main process that ends at once, at a terminal', () => {
  it('has ended when the next line is typed', () => {
    expect(lastOf(host(true), short, state)).toBe('job exited');
    expect(lastOf(host(true), published, state)).toBe('job exited');
  });
});
