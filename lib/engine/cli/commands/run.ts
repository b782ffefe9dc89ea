import { parsePlatform } from '../../image/platform';
import { membersOf, textOf, textsOf } from '../../api/read-json';
import { familiarString, parseNormalizedNamed, tagNameOnly } from '../../reference';
import { CommandError, DaemonError, type Client } from '../client';
import { command, isReported, some } from '../command';
import type { ParsedFlags } from '../flags';
import { attachStreams } from './attach-streams';
import { createBody, wantsStream } from './create-body';
import { follow } from './follow';
import { pullForRun } from './pull';

type Body = ReturnType<typeof createBody>;

const HELP = (path: string): string => `\n\nRun '${path} --help' for more information`;

/** Puts `docker: ` before an error of `run` and `create` and says where to look; `code` is the exit code when the words tell no other. */
function withHelp(path: string, failure: unknown, code = exitCodeOf): CommandError {
  if (!isReported(failure)) throw failure;
  return new CommandError(`docker: ${failure.message}${HELP(path)}`, code(failure.message));
}

/** 127: not found, 126: may not be executed, 125: the daemon said no (docker/cli run.go toStatusError). */
function exitCodeOf(message: string): number {
  if (
    /executable file not found|no such file or directory|system cannot find the file/.test(message)
  )
    return 127;
  return /permission denied|is a directory/.test(message) ? 126 : 125;
}

/** What the flags ask for, as the API takes it. Every error ends the command with 125. */
function orderOf(client: Client, flags: ParsedFlags, path: string): Body {
  try {
    const pull = flags.string('pull');
    if (!['always', 'missing', 'never', ''].includes(pull))
      throw new CommandError(
        `invalid pull option: '${pull}': must be one of "always", "missing" or "never"`,
      );
    return createBody(client, flags);
  } catch (failure) {
    throw withHelp(path, failure, () => 125);
  }
}

/** Makes the container, pulling the image when that is asked for or needed. Returns its id. */
function create(client: Client, flags: ParsedFlags, body: Body): string {
  const [image = ''] = flags.args;
  const pull = flags.string('pull');
  const cidfile = flags.string('cidfile');
  if (cidfile !== '') checkIdFile(client, cidfile);
  const named = parseNormalizedNamed(image);
  if (!named.ok) throw new CommandError(named.error);
  const platform = flags.string('platform');
  const parsed = platform === '' ? null : parsePlatform(platform);
  if (parsed?.ok === false)
    throw new CommandError(`error parsing specified platform: ${parsed.error}`);
  if (pull === 'always' || (pull !== 'never' && !client.rules.runLooksLocallyFirst()))
    pullForRun(client, image, { quiet: flags.bool('quiet'), platform });
  const request = {
    method: 'POST',
    path: '/containers/create',
    query: {
      ...(flags.string('name') === '' ? {} : { name: flags.string('name') }),
      ...(parsed === null ? {} : { platform: parsed.value }),
    },
    body,
  } as const;
  let answer: unknown;
  try {
    answer = client.json(request);
  } catch (failure) {
    const isMissing = failure instanceof DaemonError && failure.status === 404;
    if (!isMissing || pull !== 'missing') throw failure;
    if (!flags.bool('quiet'))
      client.error(`Unable to find image '${familiarString(tagNameOnly(named.value))}' locally\n`);
    pullForRun(client, image, { quiet: flags.bool('quiet'), platform });
    answer = client.json(request);
  }
  const created = membersOf(answer);
  const loopback = flags.list('dns').find((address) => /^127\.|^::1$/.test(address));
  const warnings = [
    ...textsOf(created['Warnings']),
    ...(loopback === undefined ? [] : [`Localhost DNS (${loopback}) may fail in containers.`]),
  ];
  for (const warning of warnings) client.error(`WARNING: ${warning}\n`);
  const id = textOf(created['Id']);
  if (cidfile !== '') client.writeFile(cidfile, id);
  return id;
}

/** Refuses a file for the id that is there already, or whose folder is not. */
function checkIdFile(client: Client, path: string): void {
  if (client.hasFile(path))
    throw new CommandError(
      `container ID file found, make sure the other container isn't running or delete ${path}`,
    );
  if (!client.hasFolderOf(path))
    throw new CommandError(
      `failed to create the container ID file: open ${path}: no such file or directory`,
    );
}

export const createCommand = command(
  some,
  (client, flags, path) => {
    client.out(`${create(client, flags, orderOf(client, flags, path))}\n`);
    return 0;
  },
  false,
);

export const run = command(
  some,
  (client, flags, path) => {
    const body = orderOf(client, flags, path);
    const detach = flags.bool('detach');
    const interactive = wantsStream(flags, 'stdin') && !detach;
    if (interactive && flags.bool('tty') && !client.settings.terminal)
      throw new CommandError('the input device is not a TTY');
    if (detach && flags.list('attach').length > 0)
      throw new CommandError('conflicting options: cannot specify both --attach and --detach');
    let id: string;
    try {
      id = create(client, flags, body);
    } catch (failure) {
      throw withHelp('docker run', failure);
    }
    return detach ? runDetached(client, id, flags) : runAttached(client, id, interactive, flags);
  },
  false,
);

function runDetached(client: Client, id: string, flags: ParsedFlags): number {
  client.out(`${id}\n`);
  client.send({
    method: 'POST',
    path: `/containers/${id}/wait`,
    query: { condition: flags.bool('rm') ? 'removed' : 'next-exit' },
  });
  try {
    client.ask({ method: 'POST', path: `/containers/${id}/start` });
  } catch (failure) {
    throw withHelp('docker run', failure);
  }
  return 0;
}

function runAttached(client: Client, id: string, interactive: boolean, flags: ParsedFlags): number {
  const typing = interactive && client.inputIsTerminal;
  const stdin = typing ? null : client.stdin;
  attachStreams(client, id, flags, interactive ? stdin : undefined);
  client.send({
    method: 'POST',
    path: `/containers/${id}/wait`,
    query: { condition: flags.bool('rm') ? 'removed' : 'next-exit' },
  });
  const from = client.turn.output.length;
  try {
    client.ask({ method: 'POST', path: `/containers/${id}/start` });
  } catch (failure) {
    throw withHelp('docker run', failure);
  }
  return follow(client, id, from, {
    by: 'run',
    input: typing,
    signals: flags.bool('sig-proxy'),
    shows: { stdout: wantsStream(flags, 'stdout'), stderr: wantsStream(flags, 'stderr') },
  });
}
