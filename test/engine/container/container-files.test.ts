import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSandbox, runLine } from '@/lib/engine';
import { rootFiles } from '@/lib/engine/container/container-files';
import { highestPid, processTree } from '@/lib/engine/process/process-tree';
import { beginTurn } from '@/lib/engine/turn';
import { courseWorld, START } from '../support/course';

const world = courseWorld();

const paths = [
  '/',
  '/bin',
  '/bin/sh',
  '/usr/bin/touch',
  '/data',
  '/data/a',
  '/data/a/b',
  '/etc/passwd',
  '/etc/hosts',
  '/etc/nginx',
  '/etc/nginx/nginx.conf',
  '/etc/nginx/conf.d/default.conf',
  '/link',
  '/link/nginx.conf',
  '/new',
  '/new/a',
  '/proc/1/cmdline',
  '/tmp',
  '/usr/share/nginx/html/index.html',
  '/nowhere',
];

const place = fc.constantFrom(...paths.filter((path) => path !== '/' && !path.startsWith('/proc')));
const mounted = fc.constantFrom(
  '',
  '-v data:/data',
  '--tmpfs /etc/nginx',
  '-v v:/usr/share/nginx',
  '-v /srv:/new',
);
const change = fc.oneof(
  place.map((path) => `touch ${path}`),
  place.map((path) => `mkdir -p ${path}`),
  place.map((path) => `rm -rf ${path}`),
  fc.tuple(place, place).map(([from, to]) => `ln -s ${from} ${to}`),
  fc.tuple(place, place).map(([from, to]) => `mv ${from} ${to}`),
  fc.integer({ min: 0, max: 20 }).map((many) => `touch $(seq -f /tmp/%g ${many})`),
);

describe('the files of a container', () => {
  it('are what lies at the real path, whatever other containers of the image have asked for before', () => {
    fc.assert(
      fc.property(mounted, fc.array(change, { maxLength: 6 }), (mount, changes) => {
        const start = createSandbox({ world, seed: 'files', now: START, images: ['nginx'] });
        const begun = runLine(start, `docker run -d --name box ${mount} nginx`, world);
        expect(begun.stderr).toBe('');
        let { sandbox } = begun;
        for (const line of ['true', ...changes]) {
          sandbox = runLine(sandbox, `docker exec box sh -c '${line}'`, world).sandbox;
          const turn = beginTurn(sandbox, world);
          const [id = ''] = sandbox.containers.keys();
          const files = rootFiles(turn, id);
          for (const path of paths) {
            const real = files.at(files.real(path));
            expect(files.get(path), path).toEqual(real?.kind === 'link' ? null : real);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the next process of a container', () => {
  it.each([
    'docker run -d nginx',
    'docker run -d --init nginx',
    'docker run -d httpd',
    "docker run -d busybox sh -c 'sleep 50 & (sleep 60; true) & sleep 70; true'",
    'docker run -d --init busybox sh -c \'sh -c "sleep 40; true"; true\'',
  ])('has a number above all others: %s', (line) => {
    const start = createSandbox({
      world,
      seed: 'pids',
      now: START,
      images: ['nginx', 'httpd', 'busybox'],
    });
    const { sandbox } = runLine(start, line, world);
    const [container] = sandbox.containers.values();
    const processes = container?.state.kind === 'running' ? container.state.run.processes : [];
    const pids = processTree(processes).map(({ pid }) => pid);
    expect(pids.length).toBeGreaterThan(0);
    expect(highestPid(processes)).toBe(Math.max(...pids));
  });
});
