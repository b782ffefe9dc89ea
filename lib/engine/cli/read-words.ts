import { own } from '../../kernel/own';
import type { Result } from '../../kernel/result';
import { dockerRelease } from '../docker-release';
import type { Manual } from '../manual';
import { aimOf, NO_AIM, type Aim } from './contexts/endpoint';
import type { Command } from './command';
import { pathsOf } from './command-names';
import { parseFlags, type FlagSpec, type ParsedFlags } from './flags';
import { helpOf, usageAt } from './help/print';
import { root, type CommandNode } from './tree';
import { find, traverse } from './traverse';
import {
  argumentCountError,
  ARGUMENT_ERROR_EXIT,
  FLAG_ERROR_EXIT,
  flagErrorText,
  unknownCommandError,
} from './usage-errors';

const globalFlags: readonly FlagSpec[] = [
  { name: 'config', kind: 'string' },
  { name: 'context', shorthand: 'c', kind: 'string' },
  { name: 'debug', shorthand: 'D', kind: 'bool' },
  { name: 'host', shorthand: 'H', kind: 'list' },
  { name: 'log-level', shorthand: 'l', kind: 'string', initial: 'info' },
  { name: 'tls', kind: 'bool' },
  { name: 'tlscacert', kind: 'string' },
  { name: 'tlscert', kind: 'string' },
  { name: 'tlskey', kind: 'string' },
  { name: 'tlsverify', kind: 'bool' },
  { name: 'version', shorthand: 'v', kind: 'bool' },
];

const TOP = { path: 'docker', usage: 'docker [OPTIONS] COMMAND [ARG...]' };
const HELP = { path: 'docker help', usage: 'docker help [command]' };
const VERSION = `Docker version ${dockerRelease.version}, build ${dockerRelease.client.gitCommit}\n`;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic'];

/** The groups whose usage line goes on behind their name. */
const BEHIND_GROUP: Readonly<Record<string, string>> = {
  'docker volume': ' COMMAND',
  'docker manifest': ' COMMAND',
  'docker stack': ' [OPTIONS]',
};

const BAKE_ERROR = `ERROR: docker bake requires the buildx component but it is missing or broken.
       Install the buildx component to use bake:
       https://docs.docker.com/go/buildx/
`;

/** A command with what it was given. */
export interface Task {
  readonly command: Command;
  readonly flags: ParsedFlags;
  readonly path: string;
}

/** What follows from the words of a command line alone: what is said of them, and what is then to be done. */
export class Reading {
  stdout = '';
  stderr = '';
  exitCode = 0;
  /** What they say of the engine that is meant. */
  aim: Aim = NO_AIM;
  task: Task | null = null;
  /** Was it well enough formed for the builder to be chosen? */
  choosesBuilder = false;
  /** Is it one of the commands that the chosen builder carries out? */
  isBuild = false;

  constructor(readonly manual: Manual) {}

  out(text: string): void {
    this.stdout += text;
  }

  error(text: string): void {
    this.stderr += text;
  }
}

/** Reads the words behind `docker`. */
export function readWords(manual: Manual, argv: readonly string[]): Reading {
  const reading = new Reading(manual);
  reading.exitCode = read(reading, argv);
  return reading;
}

/**
 * Reads the words up to the command and its flags. The order of things is that of docker/cli `cmd/docker/docker.go` and of spf13/cobra: global flags up to
 * the first word, the walk to the command, its flags, `--help`, the number of its arguments. Returns the exit code of a line that leaves nothing to be done.
 */
function read(reading: Reading, argv: readonly string[]): number {
  const warn = (line: string): void => reading.error(`${line}\n`);
  const globals = parseFlags(argv, globalFlags, { interspersed: false, warn });
  if (!globals.ok) {
    reading.error(`${flagErrorText(TOP, globals.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  const level = globals.value.string('log-level');
  if (!LOG_LEVELS.includes(level.toLowerCase())) {
    reading.error(`Unable to parse logging level: ${level}\n`);
    return 1;
  }
  reading.aim = aimOf(globals.value);
  if (reading.aim.context !== '' && reading.aim.hosts.length > 0) {
    reading.error('conflicting options: cannot specify both --host and --context\n');
    return 1;
  }
  reading.choosesBuilder = true;
  const { args } = globals.value;
  if (args[0] === 'bake') {
    reading.error(BAKE_ERROR);
    return 1;
  }
  if (args[0] === 'checkpoint' || (args[0] === 'help' && args[1] === 'checkpoint'))
    return refuseCheckpoint(reading, args, globals.value.help);
  if (args[0] === 'build' || args[0] === 'builder' || (args[0] === 'image' && args[1] === 'build'))
    reading.isBuild = true;
  if (args[0] === 'help') return help(reading, args.slice(1), globals.value.help);
  const found = traverse(root, args);
  if (found.kind === 'refused') {
    reading.error(`${found.error}\n`);
    return 1;
  }
  for (const line of found.warnings) reading.out(`${line}\n`.repeat(2));
  const asksHelp = globals.value.help || found.help;
  if (found.node === null)
    return runRoot(reading, found.args, asksHelp, globals.value.bool('version'));
  return found.node.kind === 'group'
    ? runGroup(reading, found.node, found.args, asksHelp)
    : runCommand(reading, found.node, found.args, asksHelp);
}

/** The group of commands that only an experimental engine has (docker/cli cmd/docker/docker.go isSupported). */
function refuseCheckpoint(reading: Reading, args: readonly string[], asked: boolean): number {
  const asksHelp = asked || args[0] === 'help' || args.includes('--help');
  const word = args[args.indexOf('checkpoint') + 1] ?? '';
  const name = own({ list: 'ls', remove: 'rm' }, word) ?? word;
  const path = ['create', 'ls', 'rm'].includes(name)
    ? `docker checkpoint ${name}`
    : 'docker checkpoint';
  const text = `${path} is only supported on a Docker daemon with experimental features enabled\n`;
  if (asksHelp) reading.out(text);
  else reading.error(text);
  return asksHelp ? 0 : 1;
}

/** Reads a command's flags; what pflag says while it reads is printed on stdout, and only when nothing is wrong (spf13/cobra ParseFlags). */
function readFlags(
  reading: Reading,
  words: readonly string[],
  specs: readonly FlagSpec[],
  interspersed = true,
): Result<ParsedFlags, string> {
  const lines: string[] = [];
  const flags = parseFlags(words, specs, { interspersed, warn: (line) => lines.push(`${line}\n`) });
  if (flags.ok) reading.out(lines.join(''));
  return flags;
}

/** `docker help [command]`: the same texts as `--help`. */
function help(reading: Reading, words: readonly string[], asked: boolean): number {
  const flags = readFlags(reading, words, []);
  if (!flags.ok) {
    reading.error(`${flagErrorText(HELP, flags.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  if (flags.value.help || asked) {
    reading.out(`Usage:  ${HELP.usage}\n\nHelp about the command\n`);
    return 0;
  }
  const { node, args } = find(root, flags.value.args);
  if (args.length > 0) {
    reading.error(`unknown help topic: ${args.join(' ')}\n`);
    return 1;
  }
  const { manual } = reading;
  reading.out(node === null ? manual.top : helpText(manual, node));
  return 0;
}

function helpText(manual: Manual, node: CommandNode): string {
  return node.kind === 'group'
    ? manual.groups[node.name]
    : helpOf(manual.commands[node.name], node.path, pathsOf(node.name));
}

/** `docker` alone, with a flag, or with a word that is no command. */
function runRoot(
  reading: Reading,
  argv: readonly string[],
  asksHelp: boolean,
  asksVersion: boolean,
): number {
  const flags = readFlags(reading, argv, globalFlags);
  if (!flags.ok) {
    reading.error(`${flagErrorText(TOP, flags.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  const [word] = flags.value.args;
  if (flags.value.help || asksHelp) reading.out(reading.manual.top);
  else if (flags.value.bool('version') || asksVersion) reading.out(VERSION);
  else if (word === undefined) reading.error(reading.manual.top);
  else {
    reading.error(`${unknownCommandError(null, word)}\n`);
    return ARGUMENT_ERROR_EXIT;
  }
  return 0;
}

function runGroup(
  reading: Reading,
  group: CommandNode & { readonly kind: 'group' },
  argv: readonly string[],
  asksHelp: boolean,
): number {
  const { path } = group;
  const usage = { path, usage: `${path}${BEHIND_GROUP[path] ?? ''}` };
  const flags = readFlags(reading, argv, []);
  if (!flags.ok) {
    reading.error(`${flagErrorText(usage, flags.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  const [word] = flags.value.args;
  const text = reading.manual.groups[group.name];
  if (flags.value.help || asksHelp) reading.out(text);
  else if (word === undefined) reading.error(text);
  else {
    reading.error(`${unknownCommandError(usage, word)}\n`);
    return ARGUMENT_ERROR_EXIT;
  }
  return 0;
}

function runCommand(
  reading: Reading,
  { command, name, path }: CommandNode & { readonly kind: 'command' },
  argv: readonly string[],
  asksHelp: boolean,
): number {
  const page = reading.manual.commands[name];
  const usage = { path, usage: usageAt(page, path) };
  const flags = readFlags(reading, argv, page.flags, command.interspersed);
  if (!flags.ok) {
    reading.error(`${flagErrorText(usage, flags.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  if (flags.value.help || asksHelp) {
    reading.out(helpOf(page, path, pathsOf(name)));
    return 0;
  }
  const wrong = argumentCountError(usage, command.args, flags.value.args.length);
  if (wrong !== null) {
    reading.error(`${wrong}\n`);
    return ARGUMENT_ERROR_EXIT;
  }
  reading.task = { command, flags: flags.value, path };
  return 0;
}
