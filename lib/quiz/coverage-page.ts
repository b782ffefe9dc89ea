import type { SourceDocument } from './course';
import type { StatementCoverage } from './coverage';

/** How a source document is taught. */
export interface SourceCoverage {
  readonly document: SourceDocument;
  readonly rows: readonly StatementCoverage[];
}

/** `docs/coverage.md`: a table a document, and a last line `statements S, covered C`. */
export function coveragePage(sources: readonly SourceCoverage[]): string {
  return [
    '# What the course makes of the source documents',
    '',
    'Written by `npm run coverage`; not by hand. Each statement of the five documents, the concepts that it belongs to, and the',
    'cards and templates that cite its lines. A command is followed by the number of templates in which it is typed.',
    '',
    ...sources.flatMap(({ document, rows }) => [
      `## ${document.source}: \`${document.file}\``,
      '',
      '| lines | statement | concepts | cards | templates |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(row),
      '',
    ]),
    totalLine(sources),
    '',
  ].join('\n');
}

/** `statements S, covered C`; asides are not counted. */
export function totalLine(sources: readonly SourceCoverage[]): string {
  const taught = sources.flatMap(({ rows }) => rows.filter(isTaught));
  return `statements ${taught.length}, covered ${taught.filter(({ covered }) => covered).length}`;
}

function isTaught({ statement }: StatementCoverage): boolean {
  return statement.aside === null;
}

function row({ statement, cards, templates, commands, covered }: StatementCoverage): string {
  const { from, to, words, concepts, aside } = statement;
  const typed = commands.map(
    ({ command, templates: in_ }) => `<br>${code(command.shown)}: ${in_.length}`,
  );
  const cells = [
    from === to ? String(from) : `${from}-${to}`,
    `${covered ? '' : '**not covered** '}${words.en.replaceAll('|', '\\|')}${typed.join('')}`,
    aside === null ? concepts.map(code).join(' ') : `aside: ${aside}`,
    cards.map(code).join(' '),
    templates.map(code).join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
