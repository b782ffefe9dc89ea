import { watchProcess } from '../../container/session';
import { CommandError, DaemonError, type Client } from '../client';
import { command, forEachOperand, segment, some, two, type Command } from '../command';
import type { ParsedFlags } from '../flags';

/** `pause`, `unpause`: one request for each container, whose name is then printed. */
function plain(verb: 'pause' | 'unpause'): Command {
  return command(some, (client, flags) =>
    forEachOperand(client, flags.args, (name) => {
      client.ask({ method: 'POST', path: `/containers/${segment(name)}/${verb}` });
      client.out(`${name}\n`);
    }),
  );
}

function stopQuery(flags: ParsedFlags): Record<string, string> {
  if (flags.changed('time') && flags.changed('timeout'))
    throw new CommandError('conflicting options: cannot specify both --timeout and --time');
  const timeout = flags.changed('timeout') ? 'timeout' : flags.changed('time') ? 'time' : null;
  return {
    ...(flags.string('signal') === '' ? {} : { signal: flags.string('signal') }),
    ...(timeout === null ? {} : { t: String(flags.number(timeout)) }),
  };
}

function stopping(verb: 'stop' | 'restart'): Command {
  return command(some, (client, flags) =>
    forEachOperand(client, flags.args, (name) => {
      client.ask({
        method: 'POST',
        path: `/containers/${segment(name)}/${verb}`,
        query: stopQuery(flags),
      });
      client.out(`${name}\n`);
    }),
  );
}

export const pause = plain('pause');
export const unpause = plain('unpause');
export const stop = stopping('stop');
export const restart = stopping('restart');

export const kill = command(some, (client, flags) =>
  forEachOperand(client, flags.args, (name) => {
    const signal = flags.string('signal');
    client.ask({
      method: 'POST',
      path: `/containers/${segment(name)}/kill`,
      query: signal === '' ? {} : { signal },
    });
    client.out(`${name}\n`);
  }),
);

export const rm = command(some, (client, flags) => {
  const query = {
    ...(flags.bool('force') ? { force: '1' } : {}),
    ...(flags.bool('volumes') ? { v: '1' } : {}),
    ...(flags.bool('link') ? { link: '1' } : {}),
  };
  let code = 0;
  for (const operand of flags.args) {
    const name = operand.replace(/^\/+|\/+$/g, '');
    if (name === '') {
      client.error('container name cannot be empty\n');
      code = 1;
      continue;
    }
    code = Math.max(code, removeOne(client, name, operand, query, flags.bool('force')));
  }
  return code;
});

function removeOne(
  client: Client,
  name: string,
  typed: string,
  query: Readonly<Record<string, string>>,
  force: boolean,
): number {
  try {
    client.ask({ method: 'DELETE', path: `/containers/${segment(name)}`, query });
    client.out(`${typed}\n`);
    return 0;
  } catch (failure) {
    if (!(failure instanceof DaemonError)) throw failure;
    client.error(`${failure.message}\n`);
    return force && failure.status === 404 ? 0 : 1;
  }
}

export const rename = command(two, (client, flags) => {
  const [from = '', to = ''] = flags.args.map((word) => word.trim());
  if (from === '' || to === '') {
    client.error('Error: Neither old nor new names may be empty\n');
    return 1;
  }
  try {
    client.ask({
      method: 'POST',
      path: `/containers/${segment(from)}/rename`,
      query: { name: to },
    });
    return 0;
  } catch (failure) {
    if (!(failure instanceof DaemonError)) throw failure;
    client.error(`${failure.message}\nError: failed to rename container named ${from}\n`);
    return 1;
  }
});

export const wait = command(some, (client, flags) => {
  let begun = 0;
  return forEachOperand(client, flags.args, (name) => {
    begun++;
    const { subscription } = client.begin({
      method: 'POST',
      path: `/containers/${segment(name)}/wait`,
    });
    if (subscription?.kind === 'wait')
      client.out(`${waitForExit(client, subscription.container, flags.args.slice(begun))}\n`);
  });
});

/** Lets the clock run until a container does not run; returns its exit code. `left`: the containers that are waited for then. */
export function waitForExit(client: Client, id: string, left: readonly string[]): number {
  const isUp = (): boolean => {
    const kind = client.turn.state.containers.get(id)?.state.kind;
    return kind === 'running' || kind === 'paused' || kind === 'restarting';
  };
  if (isUp()) {
    if (client.turn.state.containers.get(id)?.state.kind !== 'restarting')
      client.turn.exits.delete(id);
    if (client.isWatched) watchProcess(client.turn, id, 1);
    else client.await(() => !isUp() || client.turn.exits.has(id));
    if (client.isWatched && isUp() && !client.turn.exits.has(id))
      client.watch(null, { container: id, left });
  }
  const known = client.turn.exits.get(id);
  if (known !== undefined) return known;
  const state = client.turn.state.containers.get(id)?.state;
  return state?.kind === 'exited' || state?.kind === 'created' ? state.last.exitCode : 0;
}
