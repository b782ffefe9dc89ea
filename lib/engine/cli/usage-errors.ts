/**
 * The texts that end a command before a request is made: docker/cli `cli/required.go`, `cli/cobra.go`, `cmd/docker/docker.go`
 * (28.2.2), letter for letter, `SRun` and all. Each is printed on stderr with a newline behind it.
 */

/** How a command names itself. */
export interface CommandUsage {
  /** `docker container ls` is shown by the name it was called with: `docker ps`. */
  readonly path: string;
  /** The usage line: `docker run [OPTIONS] IMAGE [COMMAND] [ARG...]`; more lines are joined by `\n\t`. */
  readonly usage: string;
}

/** The exit code of a command with a bad flag. */
export const FLAG_ERROR_EXIT = 125;
/** The exit code of a command with a wrong number of arguments, and of an unknown command. */
export const ARGUMENT_ERROR_EXIT = 1;

/** A bad flag: `unknown flag: --x`, the usage line and where to look. Exit code 125. */
export function flagErrorText(command: CommandUsage, message: string): string {
  return `${message}\n\n${hint(command, 'Run')}`;
}

/** How many arguments a command takes. `max: null` is no limit. */
export interface ArgumentCount {
  readonly min: number;
  readonly max: number | null;
}

/** The error for a wrong number of arguments, or null when the number is right. Exit code 1. */
export function argumentCountError(
  command: CommandUsage,
  count: ArgumentCount,
  given: number,
): string | null {
  if (given >= count.min && (count.max === null || given <= count.max)) return null;
  const [wording, verb] = describe(count);
  return `docker: '${command.path}' ${wording}\n\n${hint(command, verb)}`;
}

function describe({ min, max }: ArgumentCount): [wording: string, verb: string] {
  if (max === 0) return ['accepts no arguments', 'Run'];
  if (max === null) return [`requires at least ${argumentsWord(min)}`, 'See'];
  if (min === max) return [`requires ${argumentsWord(max)}`, 'Run'];
  if (min === 0) return [`requires at most ${argumentsWord(max)}`, 'SRun'];
  return [`requires at least ${min} and at most ${argumentsWord(max)}`, 'Run'];
}

function argumentsWord(count: number): string {
  return `${count} ${count === 1 ? 'argument' : 'arguments'}`;
}

/** A command that does not exist, at the top (`parent` null) or under a management command. Exit code 1. */
export function unknownCommandError(parent: CommandUsage | null, word: string): string {
  if (parent === null) {
    return `docker: unknown command: docker ${word}\n\nRun 'docker --help' for more information`;
  }
  return `docker: unknown command: ${parent.path} ${word}\n\n${hint(parent, 'Run')}`;
}

function hint(command: CommandUsage, verb: string): string {
  return `Usage:  ${command.usage}\n\n${verb} '${command.path} --help' for more information`;
}
