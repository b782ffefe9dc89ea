import { own } from '../../../kernel/own';
import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { humanAgo, humanSizeWithPrecision } from '../humanize';
import { CommandError } from '../client';
import { command, none } from '../command';
import { contextOf, printListing } from '../format';
import { filtersQuery } from './filters';
import { displayPorts } from './ports';
import { goQuote } from '../template/go-quote';
import { compileTemplate, execute } from '../template/template';
import { truncate } from './truncate';

const TYPE = '*formatter.ContainerContext';

/** What stands above the columns of a listing of containers. */
export const CONTAINER_HEADERS: Readonly<Record<string, unknown>> = {
  ID: 'CONTAINER ID',
  Names: 'NAMES',
  Image: 'IMAGE',
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  RunningFor: 'CREATED',
  Ports: 'PORTS',
  State: 'STATE',
  Status: 'STATUS',
  Size: 'SIZE',
  Labels: 'LABELS',
  Mounts: 'MOUNTS',
  LocalVolumes: 'LOCAL VOLUMES',
  Networks: 'NETWORKS',
  Platform: 'PLATFORM',
};

const RAW =
  'container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n';

/** `2026-11-21 22:06:58 +0000 UTC` */
export function goTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}

/** A container as a row of a listing. */
export function containerRow(
  json: unknown,
  trunc: boolean,
  now: number,
): Readonly<Record<string, unknown>> {
  const container = membersOf(json);
  const id = textOf(container['Id']);
  const image = textOf(container['Image']);
  const imageId = textOf(container['ImageID']);
  const command = textOf(container['Command']);
  const created = numberOf(container['Created']);
  const labels = membersOf(container['Labels']);
  const mounts = Array.isArray(container['Mounts']) ? container['Mounts'].map(membersOf) : [];
  const size = humanSizeWithPrecision(numberOf(container['SizeRw']), 3);
  const whole = numberOf(container['SizeRootFs']);
  return {
    ID: trunc ? id.slice(0, 12) : id,
    Names: textsOf(container['Names'])
      .map((name) => name.replace(/^\//, ''))
      .join(','),
    Image:
      image === ''
        ? '<no image>'
        : trunc && image === imageId
          ? image.replace('sha256:', '').slice(0, 12)
          : image,
    Command: goQuote(trunc ? truncate(command, 20) : command),
    CreatedAt: goTime(created),
    RunningFor: humanAgo(created * 1000, now),
    Ports: displayPorts(Array.isArray(container['Ports']) ? container['Ports'] : []),
    State: textOf(container['State']),
    Status: textOf(container['Status']),
    Size: whole > 0 ? `${size} (virtual ${humanSizeWithPrecision(whole, 3)})` : size,
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${textOf(value)}`)
      .sort()
      .join(','),
    Mounts: mounts
      .map((mount) => textOf(mount['Name']) || textOf(mount['Source']))
      .map((name) => (trunc ? truncate(name, 15) : name))
      .join(','),
    LocalVolumes: String(mounts.filter((mount) => mount['Driver'] === 'local').length),
    Networks: Object.keys(membersOf(membersOf(container['NetworkSettings'])['Networks'])).join(','),
    Platform: null,
    Label: (key: string) => textOf(own(labels, key)),
  };
}

/**
 * Tries a format over an empty container first, as the command line does before it asks the engine, and tells whether it uses `.Size`
 * (docker/cli cli/command/container/list.go buildContainerListOptions). The format is taken as it was typed, its `table` too.
 */
function triesFormat(format: string, trunc: boolean, now: number): boolean {
  const template = compileTemplate(format);
  if (!template.ok) throw new CommandError(`failed to parse template: ${template.error}`);
  let usesSize = false;
  const Size = (): string => {
    usesSize = true;
    return '0B';
  };
  const empty = contextOf(TYPE, { ...containerRow({}, trunc, now), Size });
  const result = execute(template.value, empty);
  if (!result.ok) throw new CommandError(`failed to execute template: ${result.error}`);
  return usesSize;
}

export const ps = command(none, (client, flags) => {
  const format = flags.string('format');
  const quiet = flags.bool('quiet');
  const trunc = !flags.bool('no-trunc');
  if (format !== '' && quiet)
    client.error('WARNING: Ignoring custom format, because both --format and --quiet are set.\n');
  const usesSize = format !== '' && triesFormat(format, trunc, client.now);
  const size = flags.bool('size') || (usesSize && !quiet && !flags.changed('size'));
  const limit = flags.bool('latest') && flags.number('last') === -1 ? 1 : flags.number('last');
  const filters = filtersQuery(flags);
  const query = {
    ...(flags.bool('all') ? { all: '1' } : {}),
    ...(limit > 0 ? { limit: String(limit) } : {}),
    ...(size ? { size: '1' } : {}),
    ...(filters === undefined ? {} : { filters }),
  };
  const json = client.json({ method: 'GET', path: '/containers/json', query });
  const rows = (Array.isArray(json) ? json : []).map((container) =>
    containerRow(container, trunc, client.now),
  );
  const columns =
    '{{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}';
  printListing(client, quiet && format !== 'raw' ? '{{.ID}}' : format, {
    type: TYPE,
    headers: CONTAINER_HEADERS,
    table: `table ${columns}${size ? '\t{{.Size}}' : ''}`,
    raw: quiet ? 'container_id: {{.ID}}' : RAW + (size ? 'size: {{.Size}}\n' : ''),
    rows,
  });
  return 0;
});
