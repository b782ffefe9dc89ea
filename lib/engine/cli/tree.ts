import type { Command } from './command';
import { attach } from './commands/attach';
import { commit } from './commands/commit';
import { cp } from './commands/cp';
import { diff } from './commands/diff';
import { exec } from './commands/exec';
import { history } from './commands/history';
import { images } from './commands/images';
import { containerInspect, imageInspect, inspect, volumeInspect } from './commands/inspect';
import { kill, pause, rename, restart, rm, stop, unpause, wait } from './commands/lifecycle';
import { login, logout } from './commands/login';
import { logs } from './commands/logs';
import { port } from './commands/port';
import { containerPrune, imagePrune } from './commands/prune';
import { ps } from './commands/ps';
import { pull } from './commands/pull';
import { push } from './commands/push';
import { rmi } from './commands/rmi';
import { createCommand, run } from './commands/run';
import { start } from './commands/start';
import { stats } from './commands/stats';
import { tag } from './commands/tag';
import { top } from './commands/top';
import { update } from './commands/update';
import { volumeCreate, volumeList, volumePrune, volumeRemove } from './commands/volume';

/** Commands that stand at the top and under `docker container`. */
const onContainers: Readonly<Record<string, Command>> = {
  attach,
  commit,
  cp,
  create: createCommand,
  diff,
  exec,
  kill,
  logs,
  pause,
  port,
  rename,
  restart,
  rm,
  run,
  start,
  stats,
  stop,
  top,
  unpause,
  update,
  wait,
};

/** Commands that stand at the top and under `docker image`. */
const onImages: Readonly<Record<string, Command>> = { history, pull, push, tag };

export const topCommands: ReadonlyMap<string, Command> = new Map([
  ...Object.entries(onContainers),
  ...Object.entries(onImages),
  ['ps', ps],
  ['images', images],
  ['rmi', rmi],
  ['inspect', inspect],
  ['login', login],
  ['logout', logout],
]);

/** The management commands: what stands under them, by name. */
export const managementCommands: ReadonlyMap<string, ReadonlyMap<string, Command>> = new Map([
  [
    'container',
    new Map([
      ...Object.entries(onContainers),
      ['ls', ps],
      ['list', ps],
      ['ps', ps],
      ['remove', rm],
      ['inspect', containerInspect],
      ['prune', containerPrune],
    ]),
  ],
  [
    'image',
    new Map([
      ...Object.entries(onImages),
      ['ls', images],
      ['list', images],
      ['rm', rmi],
      ['remove', rmi],
      ['inspect', imageInspect],
      ['prune', imagePrune],
    ]),
  ],
  [
    'volume',
    new Map([
      ['create', volumeCreate],
      ['inspect', volumeInspect],
      ['ls', volumeList],
      ['list', volumeList],
      ['prune', volumePrune],
      ['rm', volumeRemove],
      ['remove', volumeRemove],
    ]),
  ],
]);

/** The name under which a command shows itself when it is called by another: `docker container list` is `docker container ls`. */
export const primaryNames: Readonly<Record<string, string>> = {
  'container list': 'container ls',
  'container ps': 'container ls',
  'container remove': 'container rm',
  'image list': 'image ls',
  'image remove': 'image rm',
  'volume list': 'volume ls',
  'volume remove': 'volume rm',
};
