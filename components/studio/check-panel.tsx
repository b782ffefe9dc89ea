'use client';

import { useLocale, useTranslations } from 'next-intl';
import { CircleCheck, LoaderCircle } from 'lucide-react';
import { places } from '@/components/shell/places';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Sentence } from '@/components/ui/sentence';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { assertNever } from '@/lib/kernel/assert-never';
import type { DraftCheck, DraftProblem, DraftProof, StudioFailure } from '@/lib/quiz/studio';
import { ProblemList } from './problem-list';

interface CheckPanelProps {
  readonly check: DraftCheck | null;
  /** The text has changed since `check`. */
  readonly stale: boolean;
  readonly failure: StudioFailure | null;
  readonly onRetry: () => void;
  readonly onGoTo: (problem: DraftProblem) => void;
}

/** What running the text came to: one word, what to mend and where, what the proof found. */
export function CheckPanel({ check, stale, failure, onRetry, onGoTo }: CheckPanelProps) {
  const t = useTranslations('studio.check');
  const running = stale && failure === null;
  return (
    <section aria-labelledby="check-title" aria-busy={running} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="check-title" className="text-lg font-semibold">
          {t('title')}
        </h2>
        <p role="status" className="flex flex-wrap items-center gap-2">
          {running ? (
            <span className="text-muted inline-flex items-center gap-2 text-sm">
              <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
              {t('checking')}
            </span>
          ) : check === null ? (
            <span className="text-muted text-sm">{t('notYet')}</span>
          ) : (
            <Summary check={check} />
          )}
        </p>
      </div>
      {failure === null ? null : <CheckFailure failure={failure} onRetry={onRetry} />}
      {check === null ? null : (
        <div
          className={classNames(
            'flex flex-col gap-4',
            stale && 'border-note border-l-4 pl-3 sm:-ml-4',
          )}
        >
          {stale ? <p className="text-note text-sm">{t('stale')}</p> : null}
          <ProblemList problems={check.problems} severity="problem" onGoTo={onGoTo} />
          {check.proof === null ? null : <ProofSummary proof={check.proof} />}
          <ProblemList problems={check.warnings} severity="warning" onGoTo={onGoTo} />
        </div>
      )}
    </section>
  );
}

function Summary({ check }: { readonly check: DraftCheck }) {
  const t = useTranslations('studio.check');
  const { problems, warnings, proof } = check;
  return (
    <>
      {proof?.proved === true ? (
        <Badge tone="good">
          <CircleCheck aria-hidden className="size-3.5" />
          {t('proved')}
        </Badge>
      ) : (
        <Badge tone="bad">{t('problems', { count: problems.length })}</Badge>
      )}
      {warnings.length === 0 ? null : (
        <Badge tone="note">{t('warnings', { count: warnings.length })}</Badge>
      )}
    </>
  );
}

function ProofSummary({ proof }: { readonly proof: DraftProof }) {
  const t = useTranslations('studio');
  const locale = useLocale();
  const { proved, seeds, variants, concept, kind, beliefs } = proof;
  return (
    <>
      {proved ? <p>{t('check.provedText', { seeds })}</p> : null}
      <p className="text-muted text-sm">
        {[
          t(`kind.${kind}`),
          t('check.concept', { title: concept.title[locale] }),
          t('check.variants', { count: variants, seeds }),
        ].join(' · ')}
      </p>
      {beliefs.length === 0 ? null : (
        <Table caption={t('beliefs.caption')}>
          <thead>
            <tr>
              <HeadCell>{t('beliefs.belief')}</HeadCell>
              <HeadCell className="text-right">{t('beliefs.apart')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {beliefs.map(({ id, belief, tellsApart }) => (
              <tr key={id}>
                <HeadCell scope="row" className="font-normal">
                  {belief === null ? null : (
                    <span className="block">
                      <Sentence text={belief[locale]} />
                    </span>
                  )}
                  <code className="text-muted text-sm">{id}</code>
                </HeadCell>
                <Cell numeric>{t('beliefs.of', { count: tellsApart, seeds })}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function CheckFailure({
  failure,
  onRetry,
}: {
  readonly failure: StudioFailure;
  readonly onRetry: () => void;
}) {
  const t = useTranslations('studio.check');
  const s = useTranslations('studio.save');
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  switch (failure.kind) {
    case 'offline':
      return (
        <Notice tone="note" live="polite" action={retry}>
          {t('offline')}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" live="polite" action={retry}>
          {t('failed', { id: failure.id })}
        </Notice>
      );
    case 'too-many':
      return (
        <Notice tone="note" live="polite">
          {t('tooMany', { seconds: failure.retryAfterSeconds })}
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice
          tone="note"
          live="polite"
          action={
            <LinkButton size="small" href={places.signIn} target="_blank">
              {s('signIn')}
            </LinkButton>
          }
        >
          {t('signedOut')}
        </Notice>
      );
    case 'gone':
      return (
        <Notice tone="note" live="polite">
          {t('gone')}
        </Notice>
      );
    case 'conflict':
    case 'invalid':
      return (
        <Notice tone="note" live="polite" action={retry}>
          {failure.kind === 'invalid' ? failure.message : t('offline')}
        </Notice>
      );
    default:
      return assertNever(failure);
  }
}
