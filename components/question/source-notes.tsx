'use client';

import { useTranslations } from 'next-intl';
import type { SourceFeedback } from '@/lib/quiz/types';
import { Sentence } from '@/components/ui/sentence';

/** The sentence of the source document that the fact comes from, where it stands, and a kind correction if one is due. */
export function SourceNotes({ sources }: { readonly sources: readonly SourceFeedback[] }) {
  const t = useTranslations('verdict');
  return (
    <div className="flex flex-col gap-4">
      {sources.map((source) => (
        <figure key={`${source.file}:${source.lines}`} className="flex flex-col gap-1.5">
          <blockquote className="border-line-strong border-l-2 pl-4">
            <Sentence text={source.statement} />
          </blockquote>
          <figcaption className="text-muted pl-4.5 text-sm break-normal wrap-anywhere">
            {t('sourceLines', {
              file: source.file,
              lines: source.lines,
              several: /^\d+$/.test(source.lines) ? 'no' : 'yes',
            })}
          </figcaption>
          {source.note === null ? null : (
            <p className="text-muted pl-4.5 text-[0.9375rem]">
              <span className="text-ink font-medium">{t('sourceNote')}:</span>{' '}
              <Sentence text={source.note} />
            </p>
          )}
        </figure>
      ))}
    </div>
  );
}
