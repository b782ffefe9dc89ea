import { membersOf, numberOf, textOf } from '../../api/read-json';
import { bytesSize, humanSizeWithPrecision } from '../humanize';
import { command, isReported, segment } from '../command';
import { printListing } from '../format';
import type { Client } from '../client';

/** The table is drawn over the one before: from the top left corner on, a second time with what is left of each line rubbed out (docker/cli stats.go). */
const TOP = '\u001b[H';
const END_OF_LINE = '\u001b[K';
const REST = '\u001b[J';

const HEADERS = {
  Container: 'CONTAINER',
  ID: 'CONTAINER ID',
  Name: 'NAME',
  CPUPerc: 'CPU %',
  MemUsage: 'MEM USAGE / LIMIT',
  MemPerc: 'MEM %',
  NetIO: 'NET I/O',
  BlockIO: 'BLOCK I/O',
  PIDs: 'PIDS',
};

/** The part of two processors that was used in the second between the two readings. */
function cpuPercent(stats: Readonly<Record<string, unknown>>): number {
  const now = membersOf(stats['cpu_stats']);
  const before = membersOf(stats['precpu_stats']);
  const used =
    numberOf(membersOf(now['cpu_usage'])['total_usage']) -
    numberOf(membersOf(before['cpu_usage'])['total_usage']);
  const system = numberOf(now['system_cpu_usage']) - numberOf(before['system_cpu_usage']);
  return system > 0 ? (used / system) * numberOf(now['online_cpus']) * 100 : 0;
}

function row(typed: string, json: unknown, trunc: boolean): Readonly<Record<string, unknown>> {
  const stats = membersOf(json);
  const memory = membersOf(stats['memory_stats']);
  const usage = numberOf(memory['usage']);
  const limit = numberOf(memory['limit']);
  const networks = Object.values(membersOf(stats['networks'])).map(membersOf);
  const sum = (key: string): number =>
    networks.reduce((total, network) => total + numberOf(network[key]), 0);
  const id = textOf(stats['id']);
  return {
    Container: typed,
    ID: trunc ? id.slice(0, 12) : id,
    Name: textOf(stats['name']).replace(/^\//, ''),
    CPUPerc: `${cpuPercent(stats).toFixed(2)}%`,
    MemUsage: `${bytesSize(usage)} / ${bytesSize(limit)}`,
    MemPerc: `${(limit > 0 ? (usage / limit) * 100 : 0).toFixed(2)}%`,
    NetIO: `${humanSizeWithPrecision(sum('rx_bytes'), 3)} / ${humanSizeWithPrecision(sum('tx_bytes'), 3)}`,
    BlockIO: '0B / 0B',
    PIDs: String(numberOf(membersOf(stats['pids_stats'])['current'])),
  };
}

/** The containers asked for, else those that run, with `-a` all. */
function names(client: Client, args: readonly string[], all: boolean): readonly string[] {
  if (args.length > 0) return args;
  const json = client.json({
    method: 'GET',
    path: '/containers/json',
    query: all ? { all: '1' } : {},
  });
  return (Array.isArray(json) ? json : []).map((container) =>
    textOf(membersOf(container)['Id']).slice(0, 12),
  );
}

export const stats = command({ min: 0, max: null }, (client, flags) => {
  const trunc = !flags.bool('no-trunc');
  const rows: Readonly<Record<string, unknown>>[] = [];
  const errors: string[] = [];
  for (const name of names(client, flags.args, flags.bool('all'))) {
    try {
      rows.push(
        row(
          name,
          client.json({
            method: 'GET',
            path: `/containers/${segment(name)}/stats`,
            query: { stream: '0' },
          }),
          trunc,
        ),
      );
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      errors.push(failure.message);
    }
  }
  if (errors.length > 0) {
    client.error(`${errors.join('\n')}\n`);
    return 1;
  }
  const redraws = client.isWatched && !flags.bool('no-stream');
  const from = client.stdout.length;
  if (redraws) client.out(TOP);
  printListing(client, flags.string('format'), {
    type: '*container.statsContext',
    headers: HEADERS,
    table:
      'table {{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}',
    rows,
  });
  if (redraws) {
    const lines = client.stdout.slice(from).split('\n');
    client.out(lines.map((line) => `${line} ${END_OF_LINE}\n`).join('') + REST);
    client.watch(client.now);
  }
  return 0;
});
