import { membersOf, textsOf } from '../../api/read-json';
import { parseBinarySize } from '../humanize';
import { CommandError } from '../client';
import { command, isReported, segment, some } from '../command';
import type { ParsedFlags } from '../flags';
import { restartPolicy } from './create-body';

const sizes = {
  memory: 'Memory',
  'memory-swap': 'MemorySwap',
  'memory-reservation': 'MemoryReservation',
} as const;
const numbers = {
  'blkio-weight': 'BlkioWeight',
  'cpu-period': 'CpuPeriod',
  'cpu-quota': 'CpuQuota',
  'cpu-rt-period': 'CpuRealtimePeriod',
  'cpu-rt-runtime': 'CpuRealtimeRuntime',
  'cpu-shares': 'CpuShares',
} as const;
const texts = { 'cpuset-cpus': 'CpusetCpus', 'cpuset-mems': 'CpusetMems' } as const;

/** The body of `POST /containers/{id}/update`. */
function updateBody(flags: ParsedFlags): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  const given = (name: string): boolean => flags.changed(name);
  for (const [name, key] of Object.entries(sizes)) {
    if (!given(name)) continue;
    const text = flags.string(name);
    const parsed = parseBinarySize(text);
    body[key] = text === '-1' ? -1 : parsed.ok ? parsed.value : 0;
  }
  for (const [name, key] of Object.entries(numbers))
    if (given(name)) body[key] = flags.number(name);
  for (const [name, key] of Object.entries(texts)) if (given(name)) body[key] = flags.string(name);
  if (given('cpus')) body['NanoCpus'] = Math.round(Number(flags.string('cpus')) * 1e9);
  if (given('pids-limit') && flags.number('pids-limit') !== 0)
    body['PidsLimit'] = flags.number('pids-limit');
  if (flags.string('restart') !== '')
    body['RestartPolicy'] = restartPolicy(flags.string('restart'));
  return body;
}

/** What has to be asked for one of; the engine pays no heed to `kernel-memory` any more. */
const names = [
  'restart',
  'cpus',
  'pids-limit',
  'kernel-memory',
  ...Object.keys({ ...sizes, ...numbers, ...texts }),
];

export const update = command(some, (client, flags) => {
  if (!names.some((name) => flags.changed(name)))
    throw new CommandError('you must provide one or more flags when using this command');
  const body = updateBody(flags);
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const name of flags.args) {
    try {
      const path = `/containers/${segment(name)}/update`;
      const answer = membersOf(client.json({ method: 'POST', path, body }));
      client.out(`${name}\n`);
      warnings.push(...textsOf(answer['Warnings']));
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      errors.push(failure.message);
    }
  }
  if (warnings.length > 0) client.out(`${warnings.join('\n')}\n`);
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
});
