import { describe, expect, it } from 'vitest';
import {
  createSandbox,
  deserialise,
  misconceptionIds,
  runLine,
  send,
  serialise,
  type MisconceptionId,
} from '@/lib/engine';
import { courseWorld, START } from './support/course';

const lines = [
  'docker run -d --name web -p 8080:80 nginx',
  'docker exec web sh -c "echo hi > /new; cat /new"',
  'docker tag nginx copy:1',
  'docker stop web',
  'docker start web',
  'docker exec web ls /new',
  'docker commit web mine',
  'docker ps -a',
  'docker rm -f web',
  'docker images',
];

function begin(belief?: MisconceptionId) {
  const world = courseWorld(belief);
  const options = { world, seed: 'memory', now: START, images: ['nginx', 'busybox'] };
  return { world, sandbox: createSandbox(options) };
}

describe('memory of runs', () => {
  it('begins the true engine and a believer’s with the very same sandbox', () => {
    expect(begin('stop-wipes-files').sandbox).toBe(begin().sandbox);
  });

  it('makes another sandbox of another seed, clock, image or file', () => {
    const { world, sandbox } = begin();
    const options = { world, seed: 'memory', now: START, images: ['nginx', 'busybox'] };
    expect(createSandbox({ ...options, seed: 'other' })).not.toBe(sandbox);
    expect(createSandbox({ ...options, now: START + 1 }).now).toBe(START + 1);
    expect(createSandbox({ ...options, images: ['nginx'] })).not.toBe(sandbox);
    expect(createSandbox({ ...options, files: { a: 'x' } }).client.files).not.toEqual({});
  });

  it('gives a believer the true run where the belief plays no part, and the believer’s own where it does', () => {
    const truth = begin();
    const believer = begin('stop-wipes-files');
    const real = runLine(truth.sandbox, 'docker create --name one busybox', truth.world);
    const imagined = runLine(believer.sandbox, 'docker create --name one busybox', believer.world);
    expect(imagined).toBe(real);
    const run = runLine(truth.sandbox, 'docker run -d --name one nginx', truth.world).sandbox;
    const written = runLine(run, 'docker exec one touch /new', truth.world).sandbox;
    const stop = runLine(written, 'docker stop one', truth.world);
    expect(runLine(written, 'docker stop one', believer.world)).not.toBe(stop);
    expect(runLine(written, 'docker stop one', truth.world)).toBe(stop);
  });

  it.each<[MisconceptionId, string, readonly string[], string]>([
    ['latest-is-newest', 'there is one tag', [], 'docker run -d nginx'],
    ['tag-optional-means-none', 'no name is without a tag', [], 'docker run -d nginx'],
    [
      'run-resumes',
      'the name is new',
      ['docker run nginx true'],
      'docker run --name two nginx true',
    ],
    ['args-append-to-cmd', 'no words follow', [], 'docker run -d nginx'],
    ['edits-change-image', 'nothing was written', ['docker create nginx'], 'docker images'],
    [
      'start-takes-new-options',
      'it has no files yet',
      ['docker create --name one nginx'],
      'docker start one',
    ],
    [
      'stop-wipes-files',
      'nothing was written',
      ['docker run -d --name one nginx'],
      'docker stop one',
    ],
    [
      'later-rm-shrinks',
      'nothing was deleted',
      ['docker create --name one nginx'],
      'docker commit one mine',
    ],
    [
      'commit-includes-volumes',
      'there is no volume',
      ['docker create --name one nginx'],
      'docker commit one mine',
    ],
    [
      'run-cd-persists',
      'the step stays where it is',
      [],
      'printf "FROM busybox\\nRUN true\\n" | docker build -',
    ],
    [
      'restart-rereads-config',
      'the name stands for the image that it stood for',
      ['docker run -d --name one --entrypoint sleep nginx 60'],
      'docker restart one',
    ],
    ['same-container-port-conflicts', 'no port is taken', [], 'docker run -d -p 80:80 nginx'],
    [
      'run-export-persists',
      'the step exports nothing',
      [],
      'printf "FROM busybox\\nRUN true\\n" | docker build -',
    ],
  ])('takes the true run for %s where %s', (belief, _, before, line) => {
    const truth = begin();
    let sandbox = truth.sandbox;
    for (const each of before) sandbox = runLine(sandbox, each, truth.world).sandbox;
    const real = runLine(sandbox, line, truth.world);
    expect(real.exitCode).toBe(0);
    expect(runLine(sandbox, line, begin(belief).world)).toBe(real);
  });

  it('ends in the true sandbox where a rule is consulted and makes no difference, and not where one text differs', () => {
    const truth = begin();
    const believer = begin('restart-rereads-config');
    const run = runLine(truth.sandbox, 'docker run -d --name one nginx', truth.world).sandbox;
    const restarted = runLine(run, 'docker restart one', truth.world).sandbox;
    expect(runLine(run, 'docker restart one', believer.world).sandbox).toBe(restarted);
    const renamed = runLine(run, 'docker tag busybox nginx', truth.world).sandbox;
    const kept = runLine(renamed, 'docker restart one', truth.world).sandbox;
    const reread = runLine(renamed, 'docker restart one', believer.world).sandbox;
    expect(serialise(reread)).not.toBe(serialise(kept));
    const list = 'docker ps -a --no-trunc';
    expect(runLine(reread, list, believer.world).stdout).not.toBe(
      runLine(kept, list, truth.world).stdout,
    );
  });

  it('tells two standard inputs of one line apart', () => {
    const { world, sandbox } = begin();
    const read = (stdin: string) =>
      runLine(sandbox, 'docker run -i --rm busybox cat', world, stdin).stdout;
    expect([read('one\n'), read('two\n'), read('one\n')]).toEqual(['one\n', 'two\n', 'one\n']);
  });

  it('never answers a request that changes something from memory', () => {
    const { world, sandbox } = begin();
    const create = {
      method: 'POST',
      path: '/containers/create',
      body: { Image: 'nginx' },
    } as const;
    const made = send(sandbox, create, world);
    expect(send(sandbox, create, world)).toEqual(made);
    const list = { method: 'GET', path: '/containers/json', query: { all: '1' } } as const;
    expect(send(sandbox, list, world).answer.body).toEqual({ kind: 'json', json: [] });
    expect(send(made.sandbox, list, world).answer.body).toMatchObject({ json: [{}] });
  });

  it.each([undefined, ...misconceptionIds])('changes no run: belief %s', (belief) => {
    const truth = begin();
    let real = truth.sandbox;
    for (const line of lines) real = runLine(real, line, truth.world).sandbox;
    const { world, sandbox } = begin(belief);
    let warm = sandbox;
    let cold = sandbox;
    for (const line of lines) {
      const remembered = runLine(warm, line, world);
      // A sandbox that was read from its text is new: nothing is remembered of it.
      const fresh = runLine(deserialise(serialise(cold)), line, world);
      expect({ ...fresh, sandbox: serialise(fresh.sandbox) }).toEqual({
        ...remembered,
        sandbox: serialise(remembered.sandbox),
      });
      warm = remembered.sandbox;
      cold = fresh.sandbox;
    }
  });
});
