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

  it('ends in the true sandbox where a rule is consulted and makes no difference, and not where one text differs', () => {
    const truth = begin();
    const believer = begin('stop-wipes-files');
    const run = runLine(truth.sandbox, 'docker run -d --name one nginx', truth.world).sandbox;
    const stopped = runLine(run, 'docker stop one', truth.world).sandbox;
    expect(runLine(run, 'docker stop one', believer.world).sandbox).toBe(stopped);
    const written = runLine(run, 'docker exec one touch /new', truth.world).sandbox;
    const kept = runLine(written, 'docker stop one', truth.world).sandbox;
    const wiped = runLine(written, 'docker stop one', believer.world).sandbox;
    expect(serialise(wiped)).not.toBe(serialise(kept));
    const list = 'docker diff one';
    expect(runLine(wiped, list, believer.world).stdout).not.toBe(
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
