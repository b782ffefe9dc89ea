import { membersOf, textOf } from '../../api/read-json';
import { parseNormalizedNamed } from '../../reference';
import { CommandError, DaemonError, type Client } from '../client';
import { command, segment, some } from '../command';
import type { ParsedFlags } from '../flags';
import { helpTexts } from '../help/texts';
import { createBody, wantsStream } from './create-body';
import { follow } from './follow';
import { pullForRun } from './pull';

const HELP = (path: string): string => `\n\nRun '${path} --help' for more information`;

/** Puts `docker: ` before an error of `run` and `create` and says where to look. */
function runError(path: string, failure: unknown): CommandError {
  if (!(failure instanceof DaemonError) && !(failure instanceof CommandError)) throw failure;
  return new CommandError(`docker: ${failure.message}${HELP(path)}`, exitCodeOf(failure.message));
}

/** 127: not found, 126: may not be executed, 125: the daemon or the command line itself (docker/cli run.go toStatusError). */
function exitCodeOf(message: string): number {
  if (
    /executable file not found|no such file or directory|system cannot find the file/.test(
      message,
    ) &&
    !message.startsWith('open ')
  )
    return 127;
  return /permission denied|is a directory/.test(message) ? 126 : 125;
}

/** Makes the container, pulling the image when that is asked for or needed. Returns its id. */
function create(client: Client, flags: ParsedFlags): string {
  const [image = ''] = flags.args;
  const pull = flags.string('pull');
  if (!['always', 'missing', 'never', ''].includes(pull))
    throw new CommandError(
      `invalid pull option: '${pull}': must be one of "always", "missing" or "never"`,
    );
  const body = createBody(client, flags);
  const named = parseNormalizedNamed(image);
  if (!named.ok) throw new CommandError(named.error);
  const cidfile = flags.string('cidfile');
  const cidPath = `/home/learner/${cidfile}`;
  if (cidfile !== '' && client.settings.files[cidPath])
    throw new CommandError(
      `container ID file found, make sure the other container isn't running or delete ${cidfile}`,
    );
  if (pull === 'always' || (pull !== 'never' && !client.rules.runLooksLocallyFirst()))
    pullForRun(client, image, flags.bool('quiet'));
  const request = {
    method: 'POST',
    path: '/containers/create',
    query: flags.string('name') === '' ? {} : { name: flags.string('name') },
    body,
  } as const;
  let answer: unknown;
  try {
    answer = client.json(request);
  } catch (failure) {
    const isMissing =
      failure instanceof DaemonError &&
      failure.status === 404 &&
      failure.reason.startsWith('No such image');
    if (!isMissing || pull === 'never') throw failure;
    if (!flags.bool('quiet')) client.error(`Unable to find image '${tagged(image)}' locally\n`);
    pullForRun(client, image, flags.bool('quiet'));
    answer = client.json(request);
  }
  const id = textOf(membersOf(answer)['Id']);
  if (cidfile !== '')
    client.saveSettings({
      ...client.settings,
      files: { ...client.settings.files, [cidPath]: { kind: 'text', text: id } },
    });
  return id;
}

function tagged(image: string): string {
  const named = parseNormalizedNamed(image);
  return named.ok && named.value.tag === null && named.value.digest === null
    ? `${image}:latest`
    : image;
}

export const createCommand = command(
  helpTexts.create,
  some,
  (client, flags) => {
    client.out(`${create(client, flags)}\n`);
    return 0;
  },
  false,
);

export const run = command(
  helpTexts.run,
  some,
  (client, flags, path) => {
    if (flags.bool('detach') && flags.list('attach').length > 0)
      throw new CommandError('conflicting options: cannot specify both --attach and --detach');
    const interactive = flags.bool('interactive') && !flags.bool('detach');
    if (interactive && flags.bool('tty') && !client.settings.terminal)
      throw new CommandError('the input device is not a TTY');
    let id: string;
    try {
      id = create(client, flags);
    } catch (failure) {
      throw runError(path, failure);
    }
    return flags.bool('detach')
      ? runDetached(client, id, path, flags)
      : runAttached(client, id, path, interactive, flags);
  },
  false,
);

function runDetached(client: Client, id: string, path: string, flags: ParsedFlags): number {
  client.out(`${id}\n`);
  client.send({
    method: 'POST',
    path: `/containers/${id}/wait`,
    query: { condition: flags.bool('rm') ? 'removed' : 'next-exit' },
  });
  try {
    client.ask({ method: 'POST', path: `/containers/${id}/start` });
  } catch (failure) {
    throw runError(path, failure);
  }
  return 0;
}

function runAttached(
  client: Client,
  id: string,
  path: string,
  interactive: boolean,
  flags: ParsedFlags,
): number {
  client.ask({
    method: 'POST',
    path: `/containers/${segment(id)}/attach`,
    query: { stream: '1', stdout: '1', stderr: '1', ...(interactive ? { stdin: '1' } : {}) },
    ...(interactive ? { body: { stdin: client.stdin } } : {}),
  });
  client.send({
    method: 'POST',
    path: `/containers/${id}/wait`,
    query: { condition: flags.bool('rm') ? 'removed' : 'next-exit' },
  });
  const from = client.turn.output.length;
  try {
    client.ask({ method: 'POST', path: `/containers/${id}/start` });
  } catch (failure) {
    throw runError(path, failure);
  }
  return follow(client, id, from, (stream) => wantsStream(flags, stream));
}
