'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { FailureNotice } from './failure-notice';
import type { PracticeDone, PracticeFailure } from '@/lib/quiz/practice';
import { useComesBack } from './use-comes-back';

interface DonePanelProps {
  readonly done: PracticeDone;
  readonly busy: boolean;
  readonly failure: PracticeFailure | null;
  readonly leavePath: string;
  /** Where one concept was practised: the way on to the day's practice. */
  readonly dayPath: string | null;
  readonly signInPath: string;
  readonly onCheckAgain: () => void;
  readonly onUndo: (reviewId: string) => void;
}

/** The end of a sitting: what it came to, what was learned, what comes tomorrow, and a way to take the last answer back. */
export function DonePanel(props: DonePanelProps) {
  const { done, busy, failure, dayPath } = props;
  const t = useTranslations('practice');
  const sayWhen = useComesBack('practice.when');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);

  const some = done.answered > 0;
  const { lastReviewId } = done;
  return (
    <section className="rise-in flex flex-col gap-8 py-6 sm:py-12">
      <div>
        <HullInDock />
        <h2 ref={heading} tabIndex={-1} className="mt-6 text-3xl font-bold">
          {dayPath !== null ? t('conceptDone') : some ? t('doneTitle') : t('doneNothing')}
        </h2>
        <p className="mt-2 text-lg">
          {dayPath !== null
            ? t('conceptDoneText')
            : some
              ? t('doneScore', { answered: done.answered, correct: done.correct })
              : t('doneNothingText')}
        </p>
        {done.nextDue === null ? null : (
          <p className="text-muted mt-1">{t('nextDue', { when: sayWhen(done.nextDue) })}</p>
        )}
      </div>
      {some && dayPath === null ? (
        <dl className="border-line grid grid-cols-3 gap-4 border-y py-5">
          <Figure label={t('answered')} value={done.answered} />
          <Figure label={t('correctCount')} value={done.correct} />
          <Figure label={t('tomorrow')} value={done.tomorrow} />
        </dl>
      ) : null}
      {some && dayPath === null ? (
        <div>
          <h3 className="font-semibold">{t('learnedTitle')}</h3>
          {done.learned.length === 0 ? (
            <p className="text-muted mt-1">{t('learnedNone')}</p>
          ) : (
            <ul className="mt-2 flex flex-wrap gap-2">
              {done.learned.map((concept) => (
                <li
                  key={concept.id}
                  className="bg-good-soft text-good rounded-full px-3 py-1 text-[0.9375rem] font-medium"
                >
                  {concept.title}
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      {failure === null ? null : (
        <FailureNotice
          failure={failure}
          of="next"
          onRetry={props.onCheckAgain}
          signInPath={props.signInPath}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton tone="next" size="large" href={props.leavePath}>
          {dayPath === null ? t('finish') : t('toConcept')}
        </LinkButton>
        {dayPath === null ? null : (
          <LinkButton size="large" href={dayPath} prefetch={false}>
            {t('toDay')}
          </LinkButton>
        )}
        {some || dayPath !== null ? null : (
          <Button size="large" onClick={props.onCheckAgain} disabled={busy}>
            {t('more')}
          </Button>
        )}
        {lastReviewId === null ? null : (
          <Button
            tone="quiet"
            disabled={busy}
            onClick={() => {
              props.onUndo(lastReviewId);
            }}
          >
            {t('undoLast')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="text-3xl font-bold tabular-nums">{value}</dd>
    </div>
  );
}

/** The ship is in, the gates are shut. */
function HullInDock() {
  return (
    <svg aria-hidden viewBox="0 0 160 64" className="w-40" fill="none">
      <path d="M4 10v46h152V10" stroke="var(--line-strong)" strokeWidth="3" />
      <path d="M36 18h88l-9 22a9 9 0 0 1-8.3 5.6H53.3A9 9 0 0 1 45 40z" fill="var(--ink)" />
      <path d="M40 28h80" stroke="var(--surface)" strokeWidth="2.5" />
      <path d="M56 46v10M80 46v10M104 46v10" stroke="var(--line-strong)" strokeWidth="5" />
      <path d="M64 18V8h20v10M90 18v-6h10v6" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
}
