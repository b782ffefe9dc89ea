import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSandbox,
  deserialise,
  runLine,
  send,
  serialise,
  type ApiRequest,
  type Sandbox,
} from '@/lib/engine';
import { courseWorld, START } from './support/course';

const world = courseWorld();
const names = ['web', 'api', 'db', 'job'];
const images = ['nginx', 'busybox', 'redis', 'me/app:1', 'alpine'];

const name = fc.constantFrom(...names);
const image = fc.constantFrom(...images);
const port = fc.constantFrom('8080', '8081', '127.0.0.1:8080');

/** Commands as a learner would try them, in any order, most of them possible and some not. */
const command = fc.oneof(
  fc
    .tuple(name, port, image)
    .map(([n, p, i]) => `docker run -d --name ${n} -p ${p}:80 ${i} sleep 20`),
  fc.tuple(name, image).map(([n, i]) => `docker create --name ${n} ${i}`),
  fc
    .tuple(name, image)
    .map(
      ([n, i]) => `docker run -d --restart on-failure:2 --name ${n} ${i} sh -c 'sleep 1; exit 3'`,
    ),
  image.map((i) => `docker run --rm ${i} sh -c 'echo hello > /new'`),
  fc
    .tuple(
      fc.constantFrom(
        'start',
        'stop -t 1',
        'restart -t 1',
        'pause',
        'unpause',
        'kill',
        'rm',
        'rm -f',
        'kill -s USR1',
      ),
      name,
    )
    .map(([verb, n]) => `docker ${verb} ${n}`),
  fc.tuple(name, name).map(([a, b]) => `docker rename ${a} ${b}`),
  fc.tuple(name, fc.constantFrom('/a', '/b')).map(([n, path]) => `docker exec ${n} touch ${path}`),
  name.map((n) => `docker commit ${n} me/app:1`),
  fc
    .tuple(image, fc.constantFrom('me/app:1', 'me/app:2', 'nginx'))
    .map(([a, b]) => `docker tag ${a} ${b}`),
  fc.tuple(fc.constantFrom('', '-f '), image).map(([force, i]) => `docker rmi ${force}${i}`),
  image.map((i) => `docker pull ${i}`),
  fc.constantFrom(
    'sleep 3',
    'sleep 30',
    'docker ps -a',
    'docker images',
    'docker container prune -f',
    'docker image prune -af',
  ),
);

const script = fc.array(command, { maxLength: 14 });

function begin(seed = 'property'): Sandbox {
  return createSandbox({ world, seed, now: START, images: ['nginx', 'busybox', 'redis'] });
}

function play(lines: readonly string[], seed?: string): Sandbox {
  return lines.reduce((sandbox, line) => runLine(sandbox, line, world).sandbox, begin(seed));
}

function ask(sandbox: Sandbox, path: string): unknown {
  const { answer } = send(sandbox, { method: 'GET', path, query: { all: '1' } }, world);
  return answer.body.kind === 'json' ? answer.body.json : null;
}

interface Listed {
  readonly Names: readonly string[];
  readonly ImageID: string;
  readonly State: string;
  readonly Ports: readonly { IP?: string; PublicPort?: number; Type: string }[];
}

describe('after any sequence of commands', () => {
  it('no two containers have one name', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const listed = (ask(play(lines), '/containers/json') as Listed[]).flatMap(
          (container) => container.Names,
        );
        expect(new Set(listed).size).toBe(listed.length);
      }),
      { numRuns: 60 },
    );
  });

  it('no two containers hold the same address and port of the host', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const held = (ask(play(lines), '/containers/json') as Listed[]).flatMap((container) =>
          container.Ports.filter((each) => each.PublicPort !== undefined).map(
            (each) => `${each.IP ?? ''}:${each.PublicPort ?? 0}/${each.Type}`,
          ),
        );
        expect(new Set(held).size).toBe(held.length);
      }),
      { numRuns: 60 },
    );
  });

  it('every container has its image in the local store, or its layers where the image was removed by force', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const sandbox = play(lines);
        const stored = new Set(
          (ask(sandbox, '/images/json') as { Id: string }[]).map(({ Id: id }) => id),
        );
        for (const [id] of sandbox.held) stored.add(id);
        for (const container of ask(sandbox, '/containers/json') as Listed[])
          expect(stored).toContain(container.ImageID);
      }),
      { numRuns: 60 },
    );
  });

  it('every layer that an image stands on is there, and every layer made here is needed', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const { images, held, layers, pushed } = play(lines);
        const stored = [...images.values(), ...held.values()];
        const manifests = Object.values(pushed).flatMap((registry) =>
          Object.values(registry).flatMap((tags) => Object.values(tags)),
        );
        const needed = new Set(
          [...stored, ...manifests.map(({ image }) => image)].flatMap((each) => each.layers),
        );
        for (const image of stored)
          for (const layer of image.layers)
            expect(layers.has(layer) || layer in world.catalogue.layers).toBe(true);
        for (const layer of layers.keys()) expect(needed).toContain(layer);
      }),
      { numRuns: 60 },
    );
  });

  it('what is kept beside the containers says the same as they do', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const live = play(lines);
        const { agenda, holdings } = deserialise(serialise(live));
        expect([...live.agenda.active]).toEqual([...agenda.active]);
        expect([...live.agenda.frozen]).toEqual([...agenda.frozen]);
        expect([...live.holdings.addresses]).toEqual([...holdings.addresses]);
        expect([...live.holdings.ports]).toEqual([...holdings.ports]);
      }),
      { numRuns: 60 },
    );
  });

  it('the same seed and commands give the same bytes, and a stored state goes on like the live one', () => {
    fc.assert(
      fc.property(script, script, (first, second) => {
        const live = [...first, ...second].reduce(
          (state, line) => {
            const run = runLine(state.sandbox, line, world);
            return { sandbox: run.sandbox, text: state.text + run.stdout + run.stderr };
          },
          { sandbox: begin(), text: '' },
        );
        const again = play([...first, ...second]);
        expect(serialise(again)).toBe(serialise(live.sandbox));
        const stored = deserialise(serialise(play(first)));
        const resumed = second.reduce(
          (sandbox, line) => runLine(sandbox, line, world).sandbox,
          stored,
        );
        expect(serialise(resumed)).toBe(serialise(live.sandbox));
      }),
      { numRuns: 40 },
    );
  });
});

/**
 * Requests that change something when they succeed. Not start and restart: as in Docker, a start that is refused for
 * its ports is noted in the container (test/engine/container/restart.test.ts).
 */
const change: fc.Arbitrary<ApiRequest> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('stop', 'pause', 'unpause', 'kill'))
    .map(([n, verb]): ApiRequest => ({
      method: 'POST',
      path: `/containers/${n}/${verb}`,
      query: { t: '1' },
    })),
  name.map((n): ApiRequest => ({ method: 'DELETE', path: `/containers/${n}` })),
  fc.tuple(name, name).map(([a, b]): ApiRequest => ({
    method: 'POST',
    path: `/containers/${a}/rename`,
    query: { name: b },
  })),
  image.map((i): ApiRequest => ({ method: 'DELETE', path: `/images/${i}` })),
  fc.tuple(name, fc.constantFrom('nginx', 'nosuch', 'BAD')).map(([n, i]): ApiRequest => ({
    method: 'POST',
    path: '/containers/create',
    query: { name: n },
    body: { Image: i },
  })),
  name.map((n): ApiRequest => ({
    method: 'POST',
    path: `/containers/${n}/exec`,
    body: { Cmd: [] },
  })),
);

describe('a request', () => {
  it('that is refused leaves the state as it was', () => {
    fc.assert(
      fc.property(script, change, (lines, request) => {
        const sandbox = play(lines);
        const { answer, sandbox: after, events } = send(sandbox, request, world);
        fc.pre(answer.status >= 400);
        expect(after).toBe(sandbox);
        expect(events).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('that reads gives back the very same state', () => {
    fc.assert(
      fc.property(
        script,
        fc.oneof(
          fc.constantFrom('/containers/json', '/images/json', '/system/df', '/volumes'),
          name.map((n) => `/containers/${n}/json`),
          name.map((n) => `/containers/${n}/stats`),
          image.map((i) => `/images/${i}/json`),
          image.map((i) => `/images/${i}/history`),
        ),
        (lines, path) => {
          const sandbox = play(lines);
          expect(send(sandbox, { method: 'GET', path }, world).sandbox).toBe(sandbox);
        },
      ),
      { numRuns: 60 },
    );
  });
});
