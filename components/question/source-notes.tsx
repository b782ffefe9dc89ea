'use client';

import { useTranslations } from 'next-intl';
import type { SourceFeedback } from '@/lib/quiz/types';
import { Sentence } from '@/components/ui/sentence';

/**
 * The sentences of the source documents that a fact comes from. Where they are not the matter of the page, those past
 * `foldAfter` wait behind a line that says how many they are.
 */
export function SourceNotes({
  sources,
  foldAfter = sources.length,
}: {
  readonly sources: readonly SourceFeedback[];
  readonly foldAfter?: number;
}) {
  const t = useTranslations('verdict');
  const folded = sources.slice(foldAfter);
  return (
    <div className="flex flex-col gap-4">
      <Notes sources={sources.slice(0, foldAfter)} />
      {folded.length === 0 ? null : (
        <details>
          <summary className="text-muted hover:text-ink w-fit py-1 text-sm font-medium">
            {t('moreSources', { count: folded.length })}
          </summary>
          <div className="flex flex-col gap-4 pt-3">
            <Notes sources={folded} />
          </div>
        </details>
      )}
    </div>
  );
}

/** Each sentence, where it stands, and a kind correction if one is due. */
function Notes({ sources }: { readonly sources: readonly SourceFeedback[] }) {
  const t = useTranslations('verdict');
  return sources.map((source) => (
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
  ));
}
