'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoaderCircle } from 'lucide-react';
import { places } from '@/components/shell/places';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice, type NoticeTone } from '@/components/ui/notice';
import type { Result } from '@/lib/kernel/result';
import type { PublishOutcome, StudioFailure } from '@/lib/quiz/studio';

export interface PublishCohort {
  readonly id: string;
  readonly name: string;
  readonly learners: number;
  readonly chosen: boolean;
}

interface PublishPanelProps {
  readonly cohorts: readonly PublishCohort[];
  /** The newest version is exactly this text: publishing changes the cohorts only. */
  readonly unchanged: boolean;
  /** Saves and publishes; null when the text could not be saved. */
  readonly publish: (
    cohorts: readonly string[],
  ) => Promise<Result<PublishOutcome, StudioFailure> | null>;
}

type Word = { readonly tone: NoticeTone; readonly text: string };

/** Who is asked the question, and the one button that proves it and gives it to them. */
export function PublishPanel({ cohorts, unchanged, publish }: PublishPanelProps) {
  const t = useTranslations('studio.publish');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(cohorts.filter((cohort) => cohort.chosen).map(({ id }) => id)),
  );
  const [pending, setPending] = useState(false);
  const [word, setWord] = useState<Word | null>(null);

  const toggle = (id: string, on: boolean) => {
    setWord(null);
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const submit = () => {
    if (pending) return;
    if (chosen.size === 0) {
      setWord({ tone: 'bad', text: t('chooseFirst') });
      return;
    }
    setPending(true);
    setWord(null);
    void publish([...chosen]).then((reply) => {
      setPending(false);
      setWord(wordFor(reply));
    });
  };
  const wordFor = (reply: Result<PublishOutcome, StudioFailure> | null): Word => {
    if (reply === null) return { tone: 'note', text: t('notSaved') };
    if (reply.ok) {
      const outcome = reply.value;
      if (outcome.status === 'refused') return { tone: 'bad', text: t('refused') };
      const { number, fresh } = outcome;
      return { tone: 'good', text: t(fresh ? 'published' : 'updated', { number }) };
    }
    const failure = reply.error;
    switch (failure.kind) {
      case 'offline':
        return { tone: 'note', text: t('offline') };
      case 'conflict':
        return { tone: 'note', text: t('conflict') };
      case 'gone':
        return { tone: 'note', text: t('gone') };
      case 'signed-out':
        return { tone: 'note', text: t('signedOut') };
      case 'too-many':
        return { tone: 'note', text: t('tooMany', { seconds: failure.retryAfterSeconds }) };
      case 'invalid':
        return { tone: 'bad', text: failure.message };
      case 'failed':
        return { tone: 'bad', text: t('failed', { id: failure.id }) };
    }
  };

  return (
    <section aria-labelledby="publish-title" className="flex flex-col gap-4">
      <h2 id="publish-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      {cohorts.length === 0 ? (
        <div className="flex flex-col items-start gap-3">
          <p className="text-muted">{t('noCohorts')}</p>
          <LinkButton href={places.cohorts}>{t('makeCohort')}</LinkButton>
        </div>
      ) : (
        <>
          <fieldset disabled={pending} className="flex min-w-0 flex-col gap-1">
            <legend className="mb-2 font-medium">{t('cohorts')}</legend>
            {cohorts.map(({ id, name, learners }) => (
              <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={(event) => {
                    toggle(id, event.target.checked);
                  }}
                  className="accent-ink size-5 shrink-0"
                />
                <span className="min-w-0">
                  {name}
                  <span className="text-muted ml-2 text-sm">
                    {t('learners', { count: learners })}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <Button
            tone="next"
            className="w-full sm:w-auto sm:self-start"
            aria-disabled={pending}
            onClick={submit}
          >
            {pending ? (
              <>
                <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
                {t('pending')}
              </>
            ) : (
              t(unchanged ? 'update' : 'submit')
            )}
          </Button>
          {word === null ? null : (
            <Notice tone={word.tone} live={word.tone === 'bad' ? 'assertive' : 'polite'}>
              {word.text}
            </Notice>
          )}
        </>
      )}
    </section>
  );
}
