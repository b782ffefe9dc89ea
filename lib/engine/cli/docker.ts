import { CommandError, DaemonError, type Client } from './client';
import type { Command } from './command';
import { parseFlags, type FlagSpec } from './flags';
import { helpOf, usageAt } from './help/print';
import { managementHelp, topHelp } from './help/management';
import { managementCommands, primaryNames, topCommands } from './tree';
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
const VERSION = 'Docker version 28.2.2, build e6534b4\n';

/** Runs `docker …`; `argv` does not hold the word `docker`. Returns the exit code. */
export function runDocker(client: Client, argv: readonly string[]): number {
  const globals = parseFlags(argv, globalFlags, { interspersed: false });
  if (!globals.ok) {
    client.error(`${flagErrorText(TOP, globals.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  if (globals.value.bool('version')) {
    client.out(VERSION);
    return 0;
  }
  const [word, ...rest] = globals.value.args;
  if (word === undefined || globals.value.help) {
    client.out(topHelp);
    return 0;
  }
  if (word === 'help') return help(client, rest);
  const group = managementCommands.get(word);
  if (group) return runManaged(client, word, group, rest);
  const command = topCommands.get(word);
  if (command) return runCommand(client, command, `docker ${word}`, rest);
  client.error(`${unknownCommandError(null, word)}\n`);
  return ARGUMENT_ERROR_EXIT;
}

function help(client: Client, words: readonly string[]): number {
  const [word, ...rest] = words;
  if (word === undefined) {
    client.out(topHelp);
    return 0;
  }
  if (managementCommands.has(word) || topCommands.has(word))
    return runDocker(client, [word, ...rest, '--help']);
  client.error(`${unknownCommandError(null, word)}\n`);
  return ARGUMENT_ERROR_EXIT;
}

function runManaged(
  client: Client,
  word: string,
  group: ReadonlyMap<string, Command>,
  argv: readonly string[],
): number {
  const [verb, ...rest] = argv;
  const path = `docker ${word}`;
  const text = managementHelp[word];
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    client.out(text ?? '');
    return 0;
  }
  const command = group.get(verb);
  const shown = primaryNames[`${word} ${verb}`] ?? `${word} ${verb}`;
  if (command) return runCommand(client, command, `docker ${shown}`, rest);
  const usage = { path, usage: `${path} COMMAND` };
  if (verb.startsWith('-')) {
    const unknown = verb.startsWith('--')
      ? `unknown flag: ${verb}`
      : `unknown shorthand flag: '${verb[1] ?? ''}' in ${verb}`;
    client.error(`${flagErrorText(usage, unknown)}\n`);
    return FLAG_ERROR_EXIT;
  }
  client.error(`${unknownCommandError(usage, verb)}\n`);
  return ARGUMENT_ERROR_EXIT;
}

function runCommand(
  client: Client,
  command: Command,
  path: string,
  argv: readonly string[],
): number {
  const usage = {
    path,
    get usage() {
      return usageAt(command.help, path);
    },
  };
  const flags = parseFlags(argv, command.flags, { interspersed: command.interspersed });
  if (!flags.ok) {
    client.error(`${flagErrorText(usage, flags.error)}\n`);
    return FLAG_ERROR_EXIT;
  }
  if (flags.value.help) {
    if (flags.value.helpByShorthand)
      client.error('Flag shorthand -h has been deprecated, use --help\n');
    client.out(helpOf(command.help, path));
    return 0;
  }
  const wrong = argumentCountError(usage, command.args, flags.value.args.length);
  if (wrong !== null) {
    client.error(`${wrong}\n`);
    return ARGUMENT_ERROR_EXIT;
  }
  try {
    return command.run(client, flags.value, path);
  } catch (failure) {
    if (!(failure instanceof CommandError) && !(failure instanceof DaemonError)) throw failure;
    client.error(`${failure.message}\n`);
    return failure instanceof CommandError ? failure.exitCode : 1;
  }
}
