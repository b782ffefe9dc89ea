import { dispatch } from '../api/dispatch';
import { membersOf, textOf, textsOf } from '../api/read-json';
import type { ApiRequest } from '../api/types';
import type { Manual } from '../manual';
import type { Sandbox, Session } from '../state';
import { hostOf } from '../container/signal';
import { processAt } from '../container/type-into';
import { promptOf } from '../process/prompt';
import { builtinNames } from '../process/builtins';
import { completeWord, programsIn, type WordScene } from '../shell/complete-word';
import { HostFiles } from '../shell/host-files';
import { hostPrograms } from '../shell/host-programs';
import { beginTurn, type Turn } from '../turn';
import type { World } from '../world';
import type { Command } from './command';
import { operandKinds, flagValues, type NameKind } from './complete-kinds';
import type { FlagSpec } from './flags';
import { root, type CommandNode } from './tree';

/** What could stand where the line ends. */
export interface Completion {
  /** The beginning that was typed; every candidate begins with it. */
  readonly word: string;
  /** Whole words, in order, without a space behind them. */
  readonly candidates: readonly string[];
}

/** Where a new command begins within a line. */
const BORDERS = /\|\||&&|[|;&(`]/g;

/**
 * Completes the last word of a line: programs and files as the shell that waits for the line knows them, the learner's own or that of a container; behind
 * `docker` commands, flags, and the names of what is there (docker/cli `cli/command/completion`: which command takes what). It reads the sandbox and
 * changes nothing.
 */
export function complete(sandbox: Sandbox, line: string, world: World): Completion {
  const border = [...line.matchAll(BORDERS)].at(-1);
  const words = (border ? line.slice(border.index + border[0].length) : line)
    .replace(/^\s+/, '')
    .split(/\s+/);
  const word = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const turn = beginTurn(sandbox, world);
  const scene = sandbox.session === null ? hostScene(turn) : containerScene(turn, sandbox.session);
  const found =
    sandbox.session === null && before[0] === 'docker'
      ? dockerWords(before, word, world.manual, (kind) => namesOf(sandbox, kind, world))
      : [];
  const known = found.filter((text) => text.startsWith(word));
  const isPath = before[0] !== 'docker' || /^[./~]/.test(word);
  const candidates =
    known.length === 0 && scene !== null && isPath
      ? completeWord(scene, word, before.length === 0)
      : known;
  return { word, candidates: [...new Set(candidates)] };
}

function hostScene(turn: Turn): WordScene {
  const { home } = turn.world.catalogue.host.user;
  const { shell } = turn.state.client;
  const programs = () => [
    ...hostPrograms,
    ...builtinNames('bash'),
    ...Object.keys(shell?.functions ?? {}),
  ];
  return { files: new HostFiles(turn), cwd: shell?.cwd ?? home, home, programs };
}

/** A container's shell that waits for a line. Null where something else stands there, and for dash, which completes nothing. */
function containerScene(turn: Turn, session: Session): WordScene | null {
  if (session.kind !== 'process' || !session.tty) return null;
  const { container, pid } = session;
  const process = processAt(turn.state, container, pid);
  const machine = process && promptOf(process.activity);
  if (!process || !machine || machine.flavour === 'dash') return null;
  const { files } = hostOf(turn, container, pid, process.output);
  const { HOME = '/', PATH = '' } = machine.variables;
  const programs = () => [
    ...programsIn(files, PATH),
    ...builtinNames(machine.flavour),
    ...Object.keys(machine.functions),
  ];
  return { files, cwd: machine.cwd, home: HOME, programs };
}

type Names = (kind: NameKind) => readonly string[];

/** What could stand behind `docker` and other words. */
function dockerWords(
  before: readonly string[],
  word: string,
  manual: Manual,
  names: Names,
): readonly string[] {
  const first = before[1];
  if (first === undefined || first === 'help') return [...root.keys(), 'help'].sort();
  let node = root.get(first);
  let given = before.slice(2);
  while (node?.kind === 'group') {
    const [next, ...rest] = given;
    if (next === undefined) return [...node.children.keys()].sort();
    node = node.children.get(next);
    given = rest;
  }
  return node ? ofCommand(node, manual.commands[node.name].flags, given, word, names) : [];
}

/** What may stand behind a command and the words that it has been given. */
function ofCommand(
  { command, path: called }: CommandNode & { readonly kind: 'command' },
  flags: readonly FlagSpec[],
  given: readonly string[],
  word: string,
  names: Names,
): readonly string[] {
  const path = called.slice(7);
  const kinds = operandKinds[path] ?? operandKinds[path.split(' ')[1] ?? ''] ?? [];
  const { operands, waiting } = readWords(command, flags, given);
  if (waiting) return valuesOf(waiting, names);
  const equals = /^--([\w-]+)=/.exec(word);
  if (equals) {
    const flag = flags.find((spec) => spec.name === equals[1]);
    return flag ? valuesOf(flag, names).map((value) => `${equals[0]}${value}`) : [];
  }
  const ended = !command.interspersed && operands > 0;
  if (word.startsWith('-') && !ended)
    return [...flags.filter((flag) => flag.hidden !== true).map(nameOf), '--help'].sort();
  const kind = kinds[Math.min(operands, kinds.length - 1)];
  const beyond = operands >= kinds.length && command.args.max !== null;
  return kind === undefined || beyond || (ended && kinds.length <= operands) ? [] : names(kind);
}

const nameOf = (flag: FlagSpec): string => `--${flag.name}`;

/** How many operands have been given, and the flag that still waits for its value. */
function readWords(
  command: Command,
  flags: readonly FlagSpec[],
  given: readonly string[],
): { readonly operands: number; readonly waiting: FlagSpec | null } {
  let operands = 0;
  let waiting: FlagSpec | null = null;
  for (const word of given) {
    if (waiting) waiting = null;
    else if (word.startsWith('-') && word !== '-' && (command.interspersed || operands === 0))
      waiting = flagWaiting(flags, word);
    else operands++;
  }
  return { operands, waiting };
}

/** The flag of a word such as `--name` or `-itp` whose value is the next word. */
function flagWaiting(flags: readonly FlagSpec[], word: string): FlagSpec | null {
  const flag = word.startsWith('--')
    ? flags.find((spec) => nameOf(spec) === word)
    : flags.find((spec) => spec.shorthand === word.at(-1));
  return flag && flag.kind !== 'bool' && flag.whenBare === undefined ? flag : null;
}

function valuesOf(flag: FlagSpec, names: Names): readonly string[] {
  const values = flagValues[flag.name];
  if (values === undefined) return [];
  return typeof values === 'string' ? names(values) : values;
}

function namesOf(sandbox: Sandbox, kind: NameKind, world: World): readonly string[] {
  const read = (path: string, query: Readonly<Record<string, string>> = {}): unknown => {
    const request: ApiRequest = { method: 'GET', path, query };
    const { status, body } = dispatch(beginTurn(sandbox, world), request);
    return status < 400 && body.kind === 'json' ? body.json : null;
  };
  const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);
  switch (kind) {
    case 'image':
      return list(read('/images/json'))
        .flatMap((image) => textsOf(membersOf(image)['RepoTags']))
        .filter((name) => !name.includes('<none>'))
        .map((name) => name.replace(/:latest$/, ''))
        .sort();
    case 'volume':
      return list(membersOf(read('/volumes'))['Volumes']).map((volume) =>
        textOf(membersOf(volume)['Name']),
      );
    case 'network':
      return list(read('/networks')).map((network) => textOf(membersOf(network)['Name']));
    case 'object':
      return (['container', 'image', 'volume', 'network'] as const)
        .flatMap((each) => namesOf(sandbox, each, world))
        .sort();
    default: {
      const states: readonly string[] | null = CONTAINER_STATES[kind];
      return list(read('/containers/json', { all: '1' }))
        .map(membersOf)
        .filter((container) => states === null || states.includes(textOf(container['State'])))
        .flatMap((container) => textsOf(container['Names']).slice(0, 1))
        .map((name) => name.slice(1))
        .sort();
    }
  }
}

/** The states of the containers that a command can do something with; null: of all. */
const CONTAINER_STATES = {
  container: null,
  running: ['running'],
  paused: ['paused'],
  up: ['running', 'paused'],
  down: ['created', 'exited', 'dead'],
} as const satisfies Readonly<Record<string, readonly string[] | null>>;
