'use client';

import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { useState, type ComponentProps } from 'react';
import { Shuffle } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { locales, type Locale } from '@/lib/quiz/types';
import type { DraftCheck, SampleView, StudioApi } from '@/lib/quiz/studio';
import { SampleCard } from './sample-card';

export type SampleMessages = Readonly<
  Record<Locale, NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>>
>;

interface SampleListProps {
  /** The text that the samples are variants of. Give the list a `key` per check. */
  readonly text: string;
  readonly check: DraftCheck;
  readonly stale: boolean;
  readonly api: Pick<StudioApi, 'samples' | 'answer' | 'play' | 'complete'>;
  /** The words of the question screens in both languages, whatever the page's own. */
  readonly messages: SampleMessages;
}

/** Three variants as learners will see them, in either language; others on request. */
export function SampleList({ text, check, stale, api, messages }: SampleListProps) {
  const t = useTranslations('studio.samples');
  const stalePhrase = useTranslations('studio.check')('stale');
  const [locale, setLocale] = useState<Locale>(useLocale());
  const [drawn, setDrawn] = useState<{ round: number; samples: readonly SampleView[] }>({
    round: 0,
    samples: check.samples,
  });
  const [rolling, setRolling] = useState(false);
  const [failed, setFailed] = useState(false);
  const beliefs = new Map(
    (check.proof?.beliefs ?? []).map(({ id, belief }) => [id, belief?.[locale] ?? id]),
  );

  const reroll = () => {
    const round = (drawn.round + 1) % 10_000;
    setRolling(true);
    setFailed(false);
    void api.samples(text, round).then((reply) => {
      setRolling(false);
      if (reply.ok) setDrawn({ round, samples: reply.value });
      else setFailed(true);
    });
  };

  if (drawn.samples.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          label={t('language')}
          value={locale}
          options={locales.map((value) => ({ value, label: t(value) }))}
          onChange={setLocale}
        />
        <Button onClick={reroll} disabled={rolling || stale}>
          <Shuffle aria-hidden className="size-4" />
          {rolling ? t('rolling') : t('reroll')}
        </Button>
      </div>
      {stale ? <p className="text-note text-sm">{stalePhrase}</p> : null}
      {failed ? (
        <Notice tone="note" live="polite">
          {t('failed')}
        </Notice>
      ) : null}
      <NextIntlClientProvider locale={locale} messages={messages[locale]}>
        <ol lang={locale} className="flex flex-col gap-6">
          {drawn.samples.map((sample, index) => (
            <Card as="li" key={`${sample.seed}-${locale}`}>
              <SampleNumber number={index + 1} />
              <SampleCard
                sample={sample}
                locale={locale}
                beliefs={beliefs}
                answer={(response) => api.answer(text, sample.seed, response, locale)}
                terminal={{
                  play: (typed) => api.play(text, sample.seed, typed, locale),
                  complete: (typed) => api.complete(text, sample.seed, typed),
                }}
              />
            </Card>
          ))}
        </ol>
      </NextIntlClientProvider>
    </div>
  );
}

function SampleNumber({ number }: { readonly number: number }) {
  const t = useTranslations('studio.samples');
  return <p className="text-muted mb-3 text-sm font-semibold">{t('number', { number })}</p>;
}
