import { splitCode } from '@/components/ui/split-code';
import type { Locale } from '@/lib/i18n/locales';

/** A term as it may be called in one language. */
export interface TermNames {
  readonly id: string;
  readonly names: readonly string[];
}

/** A piece of a text: plain words, inline code, or the first mention of a term. */
export type MarkedPiece =
  | { readonly kind: 'words' | 'code'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly id: string };

/** More than this many would make a short text restless. */
const most = 4;

/**
 * A text with the first mention of each term marked, inline code left out. Of two names at one place the longer counts. An English name also in the plural; in
 * Korean a particle may follow, and nothing may stand before. Small or capital letters are the same, except in a name of capitals only.
 */
export function markTerms(
  text: string,
  terms: readonly TermNames[],
  locale: Locale,
): readonly MarkedPiece[] {
  const termOf = new Map(
    terms.flatMap(({ id, names }) =>
      names.map((name) => [name.toLowerCase(), { id, name }] as const),
    ),
  );
  const names = [...termOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (names.length === 0) return piecesOf(text);
  const pattern = new RegExp(
    locale === 'en'
      ? String.raw`(?<![\w-])(${names.join('|')})(?:e?s)?(?![\w-])`
      : `(?<![가-힣\\w])(${names.join('|')})(?![\\w-])`,
    'gi',
  );
  const marked = new Set<string>();
  return piecesOf(text).flatMap((piece): readonly MarkedPiece[] => {
    if (piece.kind !== 'words') return [piece];
    const found: MarkedPiece[] = [];
    let rest = 0;
    for (const match of piece.text.matchAll(pattern)) {
      const said = match[1] ?? '';
      const term = termOf.get(said.toLowerCase());
      if (term === undefined || (isShouted(term.name) && said !== term.name)) continue;
      const { id } = term;
      if (marked.has(id) || marked.size >= most) continue;
      marked.add(id);
      if (match.index > rest)
        found.push({ kind: 'words', text: piece.text.slice(rest, match.index) });
      found.push({ kind: 'term', text: match[0], id });
      rest = match.index + match[0].length;
    }
    return rest < piece.text.length
      ? [...found, { kind: 'words', text: piece.text.slice(rest) }]
      : found;
  });
}

function piecesOf(text: string): readonly MarkedPiece[] {
  return splitCode(text).map((piece) => ({
    kind: piece.code ? 'code' : 'words',
    text: piece.text,
  }));
}

/** Written in capitals only, as `FROM`: in small letters it would be another word. */
const isShouted = (name: string): boolean => /^[A-Z]{2,}$/.test(name);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
