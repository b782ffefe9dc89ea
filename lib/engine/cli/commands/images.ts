import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { humanAgo, humanSizeWithPrecision } from '../humanize';
import { command } from '../command';
import { printListing } from '../format';
import type { Client } from '../client';
import type { ParsedFlags } from '../flags';
import { filtersQuery } from './filters';
import { checkTreeFlags, printImageTree } from './images-tree';
import { goTime } from './ps';
import { shortImageId } from './truncate';

const HEADERS = {
  ID: 'IMAGE ID',
  Repository: 'REPOSITORY',
  Tag: 'TAG',
  Digest: 'DIGEST',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  Size: 'SIZE',
  Containers: 'CONTAINERS',
  VirtualSize: 'SIZE',
  SharedSize: 'SHARED SIZE',
  UniqueSize: 'UNIQUE SIZE',
};

interface Name {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const NONE = '<none>';

/** The rows of one image: one a tag, with digests one a tag and digest (docker/cli formatter/image.go). */
function namesOf(
  tags: readonly string[],
  digests: readonly string[],
  withDigest: boolean,
): readonly Name[] {
  const repositories = new Map<string, { tags: string[]; digests: string[] }>();
  const at = (name: string): { tags: string[]; digests: string[] } => {
    const known = repositories.get(name) ?? { tags: [], digests: [] };
    repositories.set(name, known);
    return known;
  };
  for (const tag of tags)
    at(tag.slice(0, tag.lastIndexOf(':'))).tags.push(tag.slice(tag.lastIndexOf(':') + 1));
  for (const digest of digests)
    at(digest.slice(0, digest.indexOf('@'))).digests.push(digest.slice(digest.indexOf('@') + 1));
  const rows: Name[] = [];
  for (const [repository, own] of repositories) {
    if (!withDigest) {
      if (own.tags.length === 0) rows.push({ repository, tag: NONE, digest: NONE });
      for (const tag of own.tags) rows.push({ repository, tag, digest: NONE });
      continue;
    }
    const shown = own.digests.length > 0 ? own.digests : [NONE];
    for (const tag of own.tags.length > 0 ? own.tags : [NONE])
      for (const digest of shown) rows.push({ repository, tag, digest });
  }
  return rows.length > 0 ? rows : [{ repository: NONE, tag: NONE, digest: NONE }];
}

/** Words behind `docker image` that are often typed behind `docker images`, where they are names of images. */
const VERBS = 'build history import inspect list load ls prune pull push rm save tag'.split(' ');

function listImages(client: Client, flags: ParsedFlags, path: string): number {
  const [reference] = flags.args;
  const filters = filtersQuery(flags, reference ? { reference } : {});
  const asTree = flags.bool('tree');
  if (asTree) checkTreeFlags(flags);
  const json = client.json({
    method: 'GET',
    path: '/images/json',
    query: {
      ...(flags.bool('all') ? { all: '1' } : {}),
      ...(filters === undefined ? {} : { filters }),
    },
  });
  if (asTree) {
    printImageTree(client, json, flags.bool('all'));
    return 0;
  }
  const format = flags.string('format');
  const withDigest = flags.bool('digests') || /\{\{[^}]*\.Digest/.test(format);
  const trunc = !flags.bool('no-trunc');
  const rows = (Array.isArray(json) ? json : []).flatMap((entry) => {
    const image = membersOf(entry);
    const created = numberOf(image['Created']);
    const size = humanSizeWithPrecision(numberOf(image['Size']), 3);
    return namesOf(textsOf(image['RepoTags']), textsOf(image['RepoDigests']), withDigest).map(
      (name) => ({
        ID: trunc ? shortImageId(textOf(image['Id'])) : textOf(image['Id']),
        Repository: name.repository,
        Tag: name.tag,
        Digest: name.digest,
        CreatedSince: humanAgo(created * 1000, client.now),
        CreatedAt: goTime(created),
        Size: size,
        Containers: 'N/A',
        VirtualSize: humanSizeWithPrecision(numberOf(image['Size']), 4),
        SharedSize: 'N/A',
        UniqueSize: 'N/A',
      }),
    );
  });
  const digests = flags.bool('digests');
  const quiet = flags.bool('quiet');
  const asksDigest = format.startsWith('table') && digests && !format.includes('{{.Digest}}');
  printListing(
    client,
    format === '' || format === 'table'
      ? quiet
        ? '{{.ID}}'
        : ''
      : `${format}${asksDigest ? '\t{{.Digest}}' : ''}`,
    {
      type: '*formatter.imageContext',
      headers: HEADERS,
      table: `table {{.Repository}}\t{{.Tag}}${digests ? '\t{{.Digest}}' : ''}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}`,
      raw: quiet
        ? 'image_id: {{.ID}}'
        : `repository: {{ .Repository}}\ntag: {{.Tag}}\n${digests ? 'digest: {{.Digest}}\n' : ''}image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n`,
      rows,
    },
  );
  if (path === 'docker images' && rows.length === 0 && VERBS.includes(reference ?? ''))
    client.error(
      `\nNo images found matching ${JSON.stringify(reference)}: did you mean "docker image ${reference ?? ''}"?\n`,
    );
  return 0;
}

export const images = command({ min: 0, max: 1 }, listImages);
