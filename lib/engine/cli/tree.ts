import type { Command } from './command';
import { attach } from './commands/attach';
import { build } from './commands/build';
import { builderPrune } from './commands/builder-prune';
import {
  networkConnect,
  networkCreate,
  networkDisconnect,
  networkList,
  networkRemove,
} from './commands/network';
import { commit } from './commands/commit';
import {
  contextInspect,
  contextList,
  contextRemove,
  contextShow,
  contextUse,
} from './commands/context';
import {
  contextCreate,
  contextExport,
  contextImport,
  contextUpdate,
} from './commands/context-edit';
import { cp } from './commands/cp';
import { diff } from './commands/diff';
import { events } from './commands/events';
import { exec } from './commands/exec';
import { exportCommand } from './commands/export';
import { history } from './commands/history';
import { info } from './commands/info';
import { images } from './commands/images';
import { importCommand } from './commands/import';
import {
  containerInspect,
  imageInspect,
  inspect,
  networkInspect,
  volumeInspect,
} from './commands/inspect';
import { kill, pause, rename, restart, rm, stop, unpause, wait } from './commands/lifecycle';
import { load } from './commands/load';
import { login } from './commands/login';
import { logout } from './commands/logout';
import { logs } from './commands/logs';
import {
  manifestAnnotate,
  manifestInspect,
  manifestPush,
  manifestRemove,
} from './commands/manifest';
import { pluginCommands } from './commands/plugin';
import { port } from './commands/port';
import {
  containerPrune,
  imagePrune,
  networkPrune,
  systemPrune,
  volumePrune,
} from './commands/prune';
import { ps } from './commands/ps';
import { pull } from './commands/pull';
import { push } from './commands/push';
import { rmi } from './commands/rmi';
import { createCommand, run } from './commands/run';
import { save } from './commands/save';
import { search } from './commands/search';
import { start } from './commands/start';
import { stats } from './commands/stats';
import { systemDiskUsage } from './commands/system-df';
import { swarmCommands } from './commands/swarm';
import { tag } from './commands/tag';
import { top } from './commands/top';
import { trustInspect } from './commands/trust-inspect';
import { trustSign } from './commands/trust-sign';
import { unmodelled } from './commands/unmodelled';
import { update } from './commands/update';
import { version } from './commands/version';
import { volumeCreate, volumeList, volumeRemove, volumeUpdate } from './commands/volume';
import { groupNames, pathsOf, type CommandName, type GroupName } from './command-names';

/** What every command does, by its shortest name. Its other paths (`docker container ls` for `docker ps`) stand with its name. */
const commands: Readonly<Record<CommandName, Command>> = {
  ...unmodelled,
  ...swarmCommands,
  ...pluginCommands,
  attach,
  build,
  'builder prune': builderPrune,
  commit,
  'container inspect': containerInspect,
  'container prune': containerPrune,
  'context create': contextCreate,
  'context export': contextExport,
  'context import': contextImport,
  'context inspect': contextInspect,
  'context ls': contextList,
  'context rm': contextRemove,
  'context show': contextShow,
  'context update': contextUpdate,
  'context use': contextUse,
  cp,
  create: createCommand,
  diff,
  events,
  exec,
  export: exportCommand,
  history,
  'image inspect': imageInspect,
  'image prune': imagePrune,
  images,
  info,
  import: importCommand,
  inspect,
  kill,
  load,
  login,
  logout,
  logs,
  'manifest annotate': manifestAnnotate,
  'manifest inspect': manifestInspect,
  'manifest push': manifestPush,
  'manifest rm': manifestRemove,
  'network inspect': networkInspect,
  'network connect': networkConnect,
  'network create': networkCreate,
  'network disconnect': networkDisconnect,
  'network ls': networkList,
  'network prune': networkPrune,
  'network rm': networkRemove,
  pause,
  port,
  ps,
  pull,
  push,
  rename,
  restart,
  rm,
  rmi,
  run,
  save,
  search,
  start,
  stats,
  stop,
  'system df': systemDiskUsage,
  'system prune': systemPrune,
  tag,
  top,
  'trust inspect': trustInspect,
  'trust sign': trustSign,
  unpause,
  update,
  version,
  'volume create': volumeCreate,
  'volume inspect': volumeInspect,
  'volume ls': volumeList,
  'volume prune': volumePrune,
  'volume rm': volumeRemove,
  'volume update': volumeUpdate,
  wait,
};

/** A word of a command line that names something: a command, or a group of them. `path` is how it shows itself. */
export type CommandNode =
  | {
      readonly kind: 'command';
      readonly path: string;
      readonly name: CommandName;
      readonly command: Command;
    }
  | {
      readonly kind: 'group';
      readonly path: string;
      readonly name: GroupName;
      readonly children: Map<string, CommandNode>;
    };

/** What stands behind `docker`, by word. */
export const root: ReadonlyMap<string, CommandNode> = plant();

function plant(): Map<string, CommandNode> {
  const children = new Map<string, CommandNode>();
  const groups = new Map<string, Map<string, CommandNode>>([['', children]]);
  for (const name of groupNames) {
    const words = name.split(' ');
    const last = words.pop() ?? '';
    const inner = new Map<string, CommandNode>();
    groups.set(name, inner);
    groups
      .get(words.join(' '))
      ?.set(last, { kind: 'group', path: `docker ${name}`, name, children: inner });
  }
  for (const name of Object.keys(commands) as CommandName[]) {
    const command = commands[name];
    /** The first path within a group is how the others show themselves: `docker container list` is `docker container ls`. */
    const primary = new Map<string, string>();
    for (const called of pathsOf(name)) {
      const words = called.split(' ').slice(1);
      const last = words.pop() ?? '';
      const group = words.join(' ');
      const path = primary.get(group) ?? called;
      primary.set(group, path);
      groups.get(group)?.set(last, { kind: 'command', path, name, command });
    }
  }
  return children;
}
