import {
  createSandbox,
  runLine,
  send,
  type ApiRequest,
  type Sandbox,
  type World,
} from '@/lib/engine';
import { figure, type Figure } from './figure';
import { noContainers, reduce, type BareState, type Verb } from './floor';
import { rounds } from './rounds';

/** A life as learners lead it: six operations on a server container. */
const verbs: readonly Verb[] = ['create', 'start', 'pause', 'unpause', 'stop', 'remove'];
const LIVES = 400;

/** What lives: a server, whose image starts it with a shell script, or a plain process that does not know the signal to stop. */
const bodies = {
  nginx: { Image: 'nginx' },
  sleep: { Image: 'busybox', Cmd: ['sleep', '1d'] },
} as const;

const request: Readonly<Record<Verb, ApiRequest>> = {
  create: {
    method: 'POST',
    path: '/containers/create',
    query: { name: 'web' },
    body: bodies.nginx,
  },
  start: { method: 'POST', path: '/containers/web/start' },
  pause: { method: 'POST', path: '/containers/web/pause' },
  unpause: { method: 'POST', path: '/containers/web/unpause' },
  stop: { method: 'POST', path: '/containers/web/stop' },
  remove: { method: 'DELETE', path: '/containers/web' },
};

const line: Readonly<Record<Verb, string>> = {
  create: 'docker create --name web nginx',
  start: 'docker start web',
  pause: 'docker pause web',
  unpause: 'docker unpause web',
  stop: 'docker stop web',
  remove: 'docker rm web',
};

/** A host with so many containers, every second one running. */
function hostWith(containers: number, world: World): Sandbox {
  let sandbox = createSandbox({
    world,
    seed: 'bench',
    now: Date.UTC(2026, 0, 15, 9),
    images: ['nginx', 'busybox', 'redis'],
  });
  for (let i = 0; i < containers; i++) {
    const create = { ...request.create, query: { name: `idle-${i}` } };
    sandbox = send(sandbox, create, world).sandbox;
    if (i % 2 === 0)
      sandbox = send(
        sandbox,
        { method: 'POST', path: `/containers/idle-${i}/start` },
        world,
      ).sandbox;
  }
  return sandbox;
}

function bareHostWith(containers: number): BareState {
  let state = noContainers;
  for (let i = 0; i < containers; i++) state = reduce(state, 'create', `idle-${i}`);
  return state;
}

/** Operations a second through the API on one container beside so many others. */
export function operations(
  containers: number,
  world: World,
  program: keyof typeof bodies = 'nginx',
): Figure {
  const create = { ...request.create, body: bodies[program] };
  // Each round goes on where the last one ended: a command that was run before in the same sandbox would be remembered.
  let sandbox = hostWith(containers, world);
  let state = bareHostWith(containers);
  const { work, floor } = rounds(
    () => {
      for (let life = 0; life < LIVES; life++)
        for (const verb of verbs)
          sandbox = send(sandbox, verb === 'create' ? create : request[verb], world).sandbox;
    },
    () => {
      for (let life = 0; life < LIVES; life++)
        for (const verb of verbs) state = reduce(state, verb, 'web');
    },
  );
  const perSecond = LIVES * verbs.length * 1000;
  return figure(
    `lifecycle operations through the API, ${containers} containers${program === 'nginx' ? '' : `, a plain ${program}`}`,
    perSecond / work,
    'operations/s',
    perSecond / floor,
  );
}

/** Command lines a second: shell and flags parsed, requests sent, answers printed. */
export function commandLines(world: World): Figure {
  // Each round goes on where the last one ended: a command that was run before in the same sandbox would be remembered.
  let sandbox = hostWith(10, world);
  let state = bareHostWith(10);
  const { work, floor } = rounds(
    () => {
      for (let life = 0; life < LIVES; life++)
        for (const verb of verbs) sandbox = runLine(sandbox, line[verb], world).sandbox;
    },
    () => {
      for (let life = 0; life < LIVES; life++)
        for (const verb of verbs) state = reduce(state, verb, 'web');
    },
  );
  const perSecond = LIVES * verbs.length * 1000;
  return figure('lifecycle command lines', perSecond / work, 'lines/s', perSecond / floor);
}
