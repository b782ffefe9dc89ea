import { CommandError, DaemonError, type Client } from '../client';
import { segment } from '../command';
import type { ParsedFlags } from '../flags';

/**
 * Attaches to a container's streams, with `stdin` as its input where one is given; `null` asks for an input that stays open. A daemon that does not change
 * to the streams is told of by its status alone (docker client hijack.go setupHijackConn).
 */
export function attachStreams(
  client: Client,
  name: string,
  flags: ParsedFlags,
  stdin?: string | null,
): ReturnType<Client['begin']> {
  const keys = flags.string('detach-keys');
  try {
    return client.begin({
      method: 'POST',
      path: `/containers/${segment(name)}/attach`,
      query: {
        stream: '1',
        stdout: '1',
        stderr: '1',
        ...(stdin === undefined ? {} : { stdin: '1' }),
        ...(keys === '' ? {} : { detachKeys: keys }),
      },
      ...(typeof stdin === 'string' ? { body: { stdin } } : {}),
    });
  } catch (failure) {
    if (failure instanceof DaemonError)
      throw new CommandError(`unable to upgrade to tcp, received ${failure.status}`);
    throw failure;
  }
}
