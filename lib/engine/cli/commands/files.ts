import { own } from '../../../kernel/own';
import { resolvePath } from '../../files/path';
import { CommandError, type Client } from '../client';

/** A file of the learner's machine as text; null when there is none. */
export function homeFile(client: Client, path: string): string | null {
  const entry = client.settings.files[resolvePath(client.cwd, path)];
  return entry?.kind === 'text' ? entry.text : null;
}

function linesOf(client: Client, path: string): readonly string[] {
  if (client.settings.files[resolvePath(client.cwd, path)]?.kind === 'directory' || path === '.')
    throw new CommandError(`invalid env file (${path}): read ${path}: is a directory`);
  const text = homeFile(client, path);
  if (text === null) throw new CommandError(`open ${path}: no such file or directory`);
  return text
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The variables of an `--env-file`; a bare name is taken from the client's own environment, or left out (docker/cli opts/file.go). */
export function readEnvFile(client: Client, path: string): readonly string[] {
  const env: string[] = [];
  for (const line of linesOf(client, path)) {
    const equals = line.indexOf('=');
    const name = checkName(path, line);
    const given = equals < 0 ? own(client.env, name) : undefined;
    if (equals >= 0) env.push(line);
    else if (given !== undefined) env.push(`${name}=${given}`);
  }
  return env;
}

/** An entry of `-e`: a bare name is taken from the client's own environment, and stays bare where it is not there (docker/cli opts/env.go ValidateEnv). */
export function environmentEntry(client: Client, entry: string): string {
  const given = entry.includes('=') ? undefined : own(client.env, entry);
  return given === undefined ? entry : `${entry}=${given}`;
}

/** The labels of a `--label-file`: read as an `--env-file` is, and called one where it is wrong; a bare name is left out. */
export function readLabelFile(client: Client, path: string): readonly string[] {
  return linesOf(client, path).filter((line) => {
    checkName(path, line);
    return line.includes('=');
  });
}

/** The name on a line of such a file, or the error. */
function checkName(path: string, line: string): string {
  const equals = line.indexOf('=');
  const name = equals < 0 ? line.trimEnd() : line.slice(0, equals);
  if (/\s/.test(name))
    throw new CommandError(`invalid env file (${path}): variable '${name}' contains whitespaces`);
  if (name === '')
    throw new CommandError(`invalid env file (${path}): no variable name on line '${line}'`);
  return name;
}
