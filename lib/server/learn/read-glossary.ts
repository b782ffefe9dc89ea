import 'server-only';
import { db } from '@/lib/server/db';
import type { SourceCitation, Words } from '@/lib/quiz/types';

type Names = Readonly<Record<'ko' | 'en', readonly string[]>>;

/** A word of the field, with the concepts that teach it. */
export interface Term {
  readonly id: string;
  readonly term: Words;
  /** Other ways to say it. */
  readonly also: Names;
  readonly text: Words;
  readonly command: string | null;
  readonly concepts: readonly { readonly id: string; readonly title: Words }[];
  readonly sources: readonly (SourceCitation & { readonly file: string })[];
}

/** A word of the field in as far as it is found in a text: everything it is called. */
export interface NewTerm {
  readonly id: string;
  readonly names: Names;
}

/** The glossary in the order of its file. */
export async function readGlossary(): Promise<readonly Term[]> {
  const [rows, concepts, files] = await Promise.all([
    db.glossaryTerm.findMany({ orderBy: { position: 'asc' } }),
    db.concept.findMany({ where: { retired: false }, select: { id: true, title: true } }),
    db.sourceStatement.findMany({ distinct: ['source'], select: { source: true, file: true } }),
  ]);
  const titles = new Map(concepts.map(({ id, title }) => [id, title as unknown as Words]));
  const fileOf = new Map(files.map(({ source, file }) => [source, file]));
  return rows.map((row) => ({
    id: row.id,
    term: row.term as unknown as Words,
    also: row.also as unknown as Names,
    text: row.text as unknown as Words,
    command: row.command,
    concepts: row.concepts.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    }),
    sources: (row.sources as unknown as SourceCitation[]).map((citation) => ({
      ...citation,
      file: fileOf.get(citation.source) ?? citation.source,
    })),
  }));
}

/** The terms that none of these concepts teaches: to somebody who reads in order they are new. */
export async function readNewTerms(taughtBy: ReadonlySet<string>): Promise<readonly NewTerm[]> {
  const rows = await db.glossaryTerm.findMany({
    where: { NOT: { concepts: { hasSome: [...taughtBy] } } },
    orderBy: { position: 'asc' },
    select: { id: true, term: true, also: true },
  });
  return rows.map(({ id, term, also }) => {
    const said = term as unknown as Words;
    const others = also as unknown as Names;
    return { id, names: { ko: [said.ko, ...others.ko], en: [said.en, ...others.en] } };
  });
}
