import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { humanSizeWithPrecision } from '../humanize';
import { CommandError, type Client } from '../client';
import type { ParsedFlags } from '../flags';
import { shortImageId, truncate } from './truncate';

const WARNING =
  "WARNING: This is an experimental feature. The output may change and shouldn't be depended on.\n";
const LEGEND = ' Info ->  U In Use ';
/** As wide as the command takes what is no terminal to be. */
const WIDTH = 80;
const GAP = '   ';
const NAME_WIDTH = WIDTH - (12 + 10 + 12 + 5 + 4 * GAP.length);

/** The flags that do not go with `--tree`, and how the refusal names them. */
const CONFLICTS = [
  ['quiet', '--quiet'],
  ['no-trunc', '--no-trunc'],
  ['digests', '--show-digest'],
] as const;

function bold(text: string): string {
  return `\u001b[39m\u001b[1m${text}\u001b[0m`;
}

/** Refuses what `--tree` does not know yet (docker/cli image/list.go). */
export function checkTreeFlags(flags: ParsedFlags): void {
  const refuse = (flag: string): never => {
    throw new CommandError(`${flag} is not yet supported with --tree`);
  };
  for (const [name, shown] of CONFLICTS) if (flags.bool(name)) refuse(shown);
  if (flags.string('format') !== '') refuse('--format');
}

/** Prints images as `docker images --tree` does for an engine that keeps one platform of each (docker/cli image/tree.go). */
export function printImageTree(client: Client, json: unknown, all: boolean): void {
  const images = (Array.isArray(json) ? json : [])
    .map(membersOf)
    .map((image) => ({
      id: shortImageId(textOf(image['Id'])),
      size: humanSizeWithPrecision(numberOf(image['Size']), 3),
      names: [...textsOf(image['RepoTags'])].sort((a, b) => b.length - a.length),
      isDangling:
        textsOf(image['RepoTags']).length === 0 && textsOf(image['RepoDigests']).length === 0,
    }))
    .filter((image) => all || !image.isDangling);
  const widest = Math.max('Image'.length, ...images.flatMap(({ names }) => names.map(lengthOf)));
  const width = Math.min(NAME_WIDTH, widest);
  const column = (text: string): string => truncate(text, width).padEnd(width);
  const heading = [
    bold('IMAGE') + ' '.repeat(width - 'IMAGE'.length),
    `${bold('ID')}${' '.repeat(10)}`,
    bold('DISK USAGE'),
    bold('CONTENT SIZE'),
    bold('EXTRA'),
  ];
  client.out(`${WARNING}${LEGEND.padStart(WIDTH)}\n\n${heading.join(GAP)}\n`);
  for (const { id, size, names } of images) {
    const last = names.pop() ?? '<untagged>';
    for (const name of names) client.out(`${truncate(name, WIDTH)}\n`);
    const cells = [column(last), id, size.padStart(10), '0B'.padStart(12), ' '.repeat(5)];
    client.out(`${cells.join(GAP)}\n`);
  }
}

function lengthOf(name: string): number {
  return name.length;
}
