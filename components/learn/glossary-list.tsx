'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { Sentence } from '@/components/ui/sentence';
import { isFound, type GlossarySection } from './glossary-index';

/** A word of the field, in the reader's language. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** The same in the other language. */
  readonly other: string;
  readonly also: readonly string[];
  readonly text: string;
  readonly command: string | null;
  readonly concepts: readonly { readonly id: string; readonly title: string }[];
  readonly sources: readonly { readonly file: string; readonly lines: string }[];
}

/** The glossary by letter, each term under an address of its own, and a field to look for words in it. */
export function GlossaryList({
  sections,
}: {
  readonly sections: readonly GlossarySection<GlossaryEntry>[];
}) {
  const t = useTranslations('learn');
  const [wanted, setWanted] = useState('');
  const field = useId();
  const found = sections
    .map(({ letter, terms }) => ({
      letter,
      terms: terms.filter(({ term, other, also, text, command }) =>
        isFound([term, other, ...also, text, command ?? ''], wanted.trim()),
      ),
    }))
    .filter(({ terms }) => terms.length > 0);
  const count = found.reduce((total, { terms }) => total + terms.length, 0);
  return (
    <div>
      <div className="bg-paper sticky top-14 z-10 flex flex-wrap items-center gap-x-6 gap-y-2 py-3 md:top-16">
        <label htmlFor={field} className="sr-only">
          {t('search')}
        </label>
        <Input
          id={field}
          type="search"
          value={wanted}
          placeholder={t('search')}
          onChange={(event) => {
            setWanted(event.target.value);
          }}
          className="w-full sm:max-w-72"
        />
        <nav aria-label={t('letters')} className="-mx-1 flex flex-wrap max-sm:hidden">
          {found.map(({ letter }) => (
            <a
              key={letter}
              href={`#letter-${letter}`}
              className="text-muted hover:bg-sunken hover:text-ink rounded-control grid min-h-9 min-w-8 place-items-center font-medium"
            >
              {letter}
            </a>
          ))}
        </nav>
        <p role="status" className="text-muted ml-auto text-sm tabular-nums">
          {t('termCount', { count })}
        </p>
      </div>
      {found.map(({ letter, terms }) => (
        <section key={letter} aria-labelledby={`letter-${letter}`} className="mt-6">
          <h2
            id={`letter-${letter}`}
            className="text-muted border-line scroll-mt-36 border-b pb-1 text-lg font-semibold"
          >
            {letter}
          </h2>
          <dl>
            {terms.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry }: { readonly entry: GlossaryEntry }) {
  const t = useTranslations('learn');
  const v = useTranslations('verdict');
  const { id, term, other, also, text, command, concepts, sources } = entry;
  return (
    <div
      id={id}
      className="target:border-accent border-line -ml-4 scroll-mt-36 gap-x-8 border-b border-l-4 border-l-transparent py-4 pl-3 md:grid md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <dt className="mb-1.5">
        <span className="font-semibold">{term}</span>
        {other.toLowerCase() === term.toLowerCase() ? null : (
          <span className="text-muted"> {other}</span>
        )}
        {also.length === 0 ? null : (
          <span className="text-muted block text-sm">{t('also', { names: also.join(', ') })}</span>
        )}
      </dt>
      <dd className="flex max-w-prose flex-col gap-1.5">
        <p>
          <Sentence text={text} />
        </p>
        {command === null ? null : (
          <p className="text-[0.9375rem]">
            <Sentence text={`\`${command}\``} />
          </p>
        )}
        <p className="flex flex-wrap gap-x-4 text-[0.9375rem]">
          {concepts.map((concept) => (
            <Link
              key={concept.id}
              href={`/learn/${concept.id}`}
              prefetch={false}
              className="inline-flex min-h-9 items-center underline underline-offset-4"
            >
              {concept.title}
            </Link>
          ))}
        </p>
        {sources.length === 0 ? null : (
          <p className="text-muted text-sm wrap-anywhere">
            {sources
              .map(({ file, lines }) =>
                v('sourceLines', { file, lines, several: /^\d+$/.test(lines) ? 'no' : 'yes' }),
              )
              .join(' · ')}
          </p>
        )}
      </dd>
    </div>
  );
}
