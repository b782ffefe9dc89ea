import { membersOf, textOf } from '../../api/read-json';
import {
  format,
  isNameOnly,
  parseNormalizedNamed,
  tagNameOnly,
  type Reference,
} from '../../reference';
import { CommandError, type Client } from '../client';
import { command, one } from '../command';
import { credentialsFor } from './credentials';
import { refuseNotary } from './notary';
import { settled } from './settled';

function named(image: string): Reference {
  const reference = parseNormalizedNamed(image);
  if (!reference.ok) throw new CommandError(reference.error);
  return reference.value;
}

/** The lines that a stream of messages gives without a terminal; an `error` message ends the command. */
export function printMessages(messages: readonly unknown[], print: (line: string) => void): void {
  for (const message of messages) {
    const { id, status, error, aux } = membersOf(message);
    if (typeof error === 'string') throw new CommandError(error);
    if (aux !== undefined) continue;
    print(typeof id === 'string' ? `${id}: ${textOf(status)}\n` : `${textOf(status)}\n`);
  }
}

function request(
  client: Client,
  reference: Reference,
  { all, platform }: { readonly all: boolean; readonly platform: string },
): readonly unknown[] {
  const name = { ...reference, tag: null, digest: null };
  const { body } = client.ask({
    method: 'POST',
    path: '/images/create',
    query: {
      fromImage: format(name),
      tag: all ? '' : (reference.digest ?? reference.tag ?? 'latest'),
      ...(platform === '' ? {} : { platform: platform.toLowerCase() }),
    },
    headers: credentialsFor(client, reference.domain),
  });
  return body.kind === 'messages' ? body.messages : [];
}

/** Prints the messages of a transfer: at a terminal each layer has one line. */
export function printTransfer(
  client: Client,
  messages: readonly unknown[],
  print: (line: string) => void,
): void {
  const lines = client.outputIsTerminal ? settled(messages) : messages;
  client.tell(messages, { begin: client.now, at: null }, () => {
    printMessages(lines, print);
  });
}

/** Pulls for `run` and `create`: what it says goes to stderr. */
export function pullForRun(
  client: Client,
  image: string,
  { quiet, platform }: { readonly quiet: boolean; readonly platform: string },
): void {
  const messages = request(client, tagNameOnly(named(image)), {
    all: false,
    platform,
  });
  printTransfer(client, messages, (line) => {
    if (!quiet) client.error(line);
  });
}

export const pull = command(one, (client, flags) => {
  const reference = named(flags.args[0] ?? '');
  const all = flags.bool('all-tags');
  if (all && !isNameOnly(reference)) throw new CommandError("tag can't be used with --all-tags/-a");
  const quiet = flags.bool('quiet');
  const full = all ? reference : tagNameOnly(reference);
  if (!all && isNameOnly(reference) && !quiet)
    client.out(`Using default tag: ${full.tag ?? 'latest'}\n`);
  if (flags.changed('disable-content-trust') && !flags.bool('disable-content-trust'))
    if (full.digest === null && full.domain === 'docker.io') refuseNotary();
  const messages = request(client, full, { all, platform: flags.string('platform') });
  printTransfer(client, messages, (line) => {
    if (!quiet) client.out(line);
  });
  client.out(`${format(full)}\n`);
  return 0;
});
