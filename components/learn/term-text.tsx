import Link from 'next/link';
import { Fragment } from 'react';
import { places } from '@/components/shell/places';
import { Sentence } from '@/components/ui/sentence';
import type { Locale } from '@/lib/i18n/locales';
import { markTerms, type TermNames } from './mark-terms';

/** A text in which the first mention of a term leads to the glossary. */
export function TermText({
  text,
  terms,
  locale,
}: {
  readonly text: string;
  readonly terms: readonly TermNames[];
  readonly locale: Locale;
}) {
  return (
    <p className="whitespace-pre-line">
      {markTerms(text, terms, locale).map((piece, index) => {
        if (piece.kind === 'term')
          return (
            <Link
              key={index}
              href={`${places.glossary}#${piece.id}`}
              prefetch={false}
              className="decoration-line-strong hover:decoration-ink underline decoration-dotted underline-offset-4"
            >
              {piece.text}
            </Link>
          );
        return piece.kind === 'code' ? (
          <Sentence key={index} text={`\`${piece.text}\``} />
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        );
      })}
    </p>
  );
}
