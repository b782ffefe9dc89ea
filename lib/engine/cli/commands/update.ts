import { parseBinarySize } from '../humanize';
import { CommandError } from '../client';
import { command, forEachOperand, segment, some } from '../command';
import { helpTexts } from '../help/texts';

export const update = command(helpTexts.update, some, (client, flags) => {
  const size = (name: string): number => {
    const parsed = parseBinarySize(flags.string(name));
    return parsed.ok ? parsed.value : 0;
  };
  const body: Record<string, unknown> = {};
  if (flags.changed('memory')) body['Memory'] = size('memory');
  if (flags.changed('memory-swap'))
    body['MemorySwap'] = flags.string('memory-swap') === '-1' ? -1 : size('memory-swap');
  if (flags.changed('memory-reservation')) body['MemoryReservation'] = size('memory-reservation');
  if (flags.changed('cpus')) body['NanoCpus'] = Math.round(Number(flags.string('cpus')) * 1e9);
  if (flags.changed('cpu-shares')) body['CpuShares'] = flags.number('cpu-shares');
  if (flags.changed('pids-limit')) body['PidsLimit'] = flags.number('pids-limit');
  if (flags.changed('restart')) {
    const [name = '', count = '0'] = flags.string('restart').split(':');
    if (!/^\d+$/.test(count))
      throw new CommandError(
        'invalid restart policy format: maximum retry count must be an integer',
      );
    body['RestartPolicy'] = { Name: name, MaximumRetryCount: Number(count) };
  }
  if (Object.keys(body).length === 0)
    throw new CommandError('you must provide one or more flags when using this command');
  return forEachOperand(client, flags.args, (name) => {
    client.ask({ method: 'POST', path: `/containers/${segment(name)}/update`, body });
    client.out(`${name}\n`);
  });
});
