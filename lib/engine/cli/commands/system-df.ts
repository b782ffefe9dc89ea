import { own } from '../../../kernel/own';
import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { CommandError, type Client } from '../client';
import { command, none } from '../command';
import { contextOf, printListing } from '../format';
import { humanAgo, humanSize, humanSizeWithPrecision } from '../humanize';
import { compileTemplate, execute } from '../template/template';
import { recordOf } from '../template/value';
import { CONTAINER_HEADERS, containerRow, goTime } from './ps';
import { shortImageId } from './truncate';

type Json = Readonly<Record<string, unknown>>;

const HEADERS = {
  Type: 'TYPE',
  TotalCount: 'TOTAL',
  Active: 'ACTIVE',
  Size: 'SIZE',
  Reclaimable: 'RECLAIMABLE',
};

function listOf(usage: Json, name: string): readonly Json[] {
  const list = usage[name];
  return Array.isArray(list) ? list.map(membersOf) : [];
}

/** `1.983MB (33%)`: bytes that could be freed, and which part of the whole they are. */
function part(bytes: number, whole: number): string {
  const size = humanSize(bytes);
  return whole > 0 ? `${size} (${Math.trunc((bytes * 100) / whole)}%)` : size;
}

function sum(list: readonly Json[], bytesOf: (json: Json) => number): number {
  return list.reduce((total, json) => total + bytesOf(json), 0);
}

function row(type: string, all: readonly Json[], active: number, size: number, free: string): Json {
  return {
    Type: type,
    TotalCount: String(all.length),
    Active: String(active),
    Size: humanSize(size),
    Reclaimable: free,
  };
}

const isUp = (container: Json): boolean =>
  ['running', 'paused', 'restarting'].includes(textOf(container['State']));
const volumeSize = (volume: Json): number => numberOf(membersOf(volume['UsageData'])['Size']);
const volumeLinks = (volume: Json): number => numberOf(membersOf(volume['UsageData'])['RefCount']);

/** One row a kind of thing (docker/cli cli/command/formatter/disk_usage.go). */
function summary(usage: Json): readonly Json[] {
  const images = listOf(usage, 'Images');
  const containers = listOf(usage, 'Containers');
  const volumes = listOf(usage, 'Volumes');
  const cache = listOf(usage, 'BuildCache');
  const layers = numberOf(usage['LayersSize']);
  const inUse = images.filter((image) => numberOf(image['Containers']) > 0);
  const used = sum(inUse, (image) => numberOf(image['Size']) - numberOf(image['SharedSize']));
  const written = (container: Json): number => numberOf(container['SizeRw']);
  const stopped = containers.filter((container) => !isUp(container));
  const unlinked = volumes.filter((volume) => volumeLinks(volume) === 0);
  const [rw, kept] = [sum(containers, written), sum(volumes, volumeSize)];
  return [
    row('Images', images, inUse.length, layers, part(layers - used, layers)),
    row(
      'Containers',
      containers,
      containers.length - stopped.length,
      rw,
      part(sum(stopped, written), rw),
    ),
    row(
      'Local Volumes',
      volumes,
      volumes.length - unlinked.length,
      kept,
      part(sum(unlinked, volumeSize), kept),
    ),
    row('Build Cache', cache, 0, 0, humanSize(0)),
  ];
}

function imageRow(image: Json, trunc: boolean, now: number): Json {
  const [first] = textsOf(image['RepoTags']);
  const colon = first?.lastIndexOf(':') ?? -1;
  const [size, shared] = [numberOf(image['Size']), numberOf(image['SharedSize'])];
  const created = numberOf(image['Created']);
  const id = textOf(image['Id']);
  return {
    ID: trunc ? shortImageId(id) : id,
    Repository: first === undefined ? '<none>' : first.slice(0, colon),
    Tag: first === undefined ? '<none>' : first.slice(colon + 1),
    Digest: '<none>',
    CreatedSince: humanAgo(created * 1000, now),
    CreatedAt: goTime(created),
    Size: humanSizeWithPrecision(size, 3),
    Containers: String(numberOf(image['Containers'])),
    VirtualSize: humanSize(size),
    SharedSize: humanSize(shared),
    UniqueSize: humanSize(size - shared),
  };
}

function volumeRow(volume: Json): Json {
  const labels = membersOf(volume['Labels']);
  return {
    Name: textOf(volume['Name']),
    Driver: textOf(volume['Driver']),
    Scope: textOf(volume['Scope']),
    Mountpoint: textOf(volume['Mountpoint']),
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${textOf(value)}`)
      .join(','),
    Links: String(volumeLinks(volume)),
    Size: humanSize(volumeSize(volume)),
    Group: 'N/A',
    Availability: 'N/A',
    Status: 'N/A',
    Label: (key: string) => textOf(own(labels, key)),
  };
}

const IMAGE_HEADERS = {
  Repository: 'REPOSITORY',
  Tag: 'TAG',
  ID: 'IMAGE ID',
  CreatedSince: 'CREATED',
  Size: 'SIZE',
  SharedSize: 'SHARED SIZE',
  UniqueSize: 'UNIQUE SIZE',
  Containers: 'CONTAINERS',
};
const CACHE_HEADERS = {
  ID: 'CACHE ID',
  CacheType: 'CACHE TYPE',
  Size: 'SIZE',
  CreatedSince: 'CREATED',
  LastUsedSince: 'LAST USED',
  UsageCount: 'USAGE',
  Shared: 'SHARED',
};

interface Details {
  readonly images: readonly Json[];
  readonly containers: readonly Json[];
  readonly volumes: readonly Json[];
}

function detailsOf(client: Client, usage: Json, trunc: boolean): Details {
  return {
    images: listOf(usage, 'Images').map((image) => imageRow(image, trunc, client.now)),
    containers: listOf(usage, 'Containers').map((container) =>
      containerRow({ ...container, SizeRootFs: 0 }, trunc, client.now),
    ),
    volumes: listOf(usage, 'Volumes').map(volumeRow),
  };
}

/** `docker system df -v`: a table a kind. */
function printDetails(client: Client, { images, containers, volumes }: Details): void {
  client.out('Images space usage:\n\n');
  printListing(client, '', {
    type: '*formatter.imageContext',
    headers: IMAGE_HEADERS,
    table:
      'table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}',
    rows: images,
  });
  client.out('\nContainers space usage:\n\n');
  printListing(client, '', {
    type: '*formatter.ContainerContext',
    headers: CONTAINER_HEADERS,
    table:
      'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}',
    rows: containers,
  });
  client.out('\nLocal Volumes space usage:\n\n');
  printListing(client, '', {
    type: '*formatter.volumeContext',
    headers: { Name: 'VOLUME NAME', Links: 'LINKS', Size: 'SIZE' },
    table: 'table {{.Name}}\t{{.Links}}\t{{.Size}}',
    rows: volumes,
  });
  client.out('\nBuild cache usage: 0B\n\n');
  printListing(client, '', {
    type: '*formatter.buildCacheContext',
    headers: CACHE_HEADERS,
    table:
      'table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}',
    rows: [],
  });
}

/** `docker system df -v --format …`: one template over everything; nothing is put behind it. */
function printByTemplate(client: Client, format: string, details: Details): void {
  const source = format === 'json' ? '{{json .}}' : format.replace(/^table */, '');
  const template = compileTemplate(source.replaceAll('\\t', '\t').replaceAll('\\n', '\n'));
  if (!template.ok) throw new CommandError(`template parsing error: ${template.error}`);
  const rows = (type: string, list: readonly Json[]): readonly unknown[] =>
    list.map((each) => contextOf(type, each));
  const text = execute(
    template.value,
    recordOf('*formatter.diskUsageContext', {
      Images: rows('*formatter.imageContext', details.images),
      Containers: rows('*formatter.ContainerContext', details.containers),
      Volumes: rows('*formatter.volumeContext', details.volumes),
      BuildCache: [],
    }),
  );
  if (!text.ok) throw new CommandError(text.error);
  client.out(text.value);
}

export const systemDiskUsage = command(none, (client, flags) => {
  const usage = membersOf(client.json({ method: 'GET', path: '/system/df' }));
  const format = flags.string('format');
  const plain = format === '' || format === 'table';
  if (flags.bool('verbose')) {
    const details = detailsOf(client, usage, plain);
    if (plain) printDetails(client, details);
    else printByTemplate(client, format, details);
    return 0;
  }
  printListing(client, format, {
    type: '*formatter.diskUsageImagesContext',
    headers: HEADERS,
    table: 'table {{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}',
    raw: 'type: {{.Type}}\ntotal: {{.TotalCount}}\nactive: {{.Active}}\nsize: {{.Size}}\nreclaimable: {{.Reclaimable}}\n',
    rows: summary(usage),
  });
  return 0;
});
