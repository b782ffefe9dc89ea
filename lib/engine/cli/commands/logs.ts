import { outputOf, watchProcess } from '../../container/session';
import { CommandError } from '../client';
import { command, one, segment } from '../command';
import { parseTime } from './time';

export const logs = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  const time = (flag: 'since' | 'until'): Record<string, string> => {
    const text = flags.string(flag);
    if (text === '') return {};
    const value = parseTime(text, client.now);
    if (!value.ok) throw new CommandError(`invalid value for "${flag}": ${value.error}`);
    return { [flag]: value.value };
  };
  const { resumed } = client;
  const query = {
    stdout: '1',
    stderr: '1',
    ...(resumed === null || resumed.since === null
      ? { tail: flags.string('tail'), ...time('since') }
      : { since: String((resumed.since + 1) / 1000) }),
    ...time('until'),
    ...(flags.bool('timestamps') ? { timestamps: '1' } : {}),
    ...(flags.bool('follow') ? { follow: '1' } : {}),
    ...(flags.bool('details') ? { details: '1' } : {}),
  };
  client.check({ method: 'GET', path: `/containers/${segment(name)}/json` });
  const from = client.turn.output.length;
  const { subscription, frames } = client.begin({
    method: 'GET',
    path: `/containers/${segment(name)}/logs`,
    query,
  });
  client.print(frames);
  if (subscription?.kind !== 'logs') return 0;
  const id = subscription.container;
  const ended = (): boolean => client.turn.state.containers.get(id)?.state.kind !== 'running';
  if (client.isWatched) watchProcess(client.turn, id, 1);
  else client.await(ended);
  client.print(outputOf(client.turn, id, 1, from));
  if (ended()) return 0;
  return client.isWatched ? client.watch(client.now) : 130;
});
