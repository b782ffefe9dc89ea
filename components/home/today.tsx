'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useComesBack } from '@/components/practice/use-comes-back';
import { BarList } from '@/components/report/bar-list';
import { places } from '@/components/shell/places';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { TodaySummary } from './types';

/** The first page of a learner: the one thing to do now, the streak, and what the week brings. */
export function Today({
  summary,
  name,
}: {
  readonly summary: TodaySummary;
  /** Null for a guest. */
  readonly name: string | null;
}) {
  const t = useTranslations('home');
  const format = useFormatter();
  const sayWhen = useComesBack('practice.when');
  const dayLabel = (day: string, index: number) => {
    if (index === 0) return t('today');
    if (index === 1) return t('tomorrow');
    return format.dateTime(new Date(`${day}T00:00:00Z`), {
      weekday: 'short',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
  };
  const { due, nextDue } = summary;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl font-bold">
        {name === null ? t('greetingGuest') : t('greeting', { name })}
      </h1>
      <div className="grid gap-4 sm:gap-6 lg:grid-cols-[3fr_2fr]">
        <Card as="section" className="flex flex-col justify-between gap-6 p-6 sm:p-8">
          {due > 0 ? (
            <>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="text-3xl font-bold sm:text-4xl">
                  {t('dueCount', { count: due })}
                </span>
                <span className="text-muted text-lg">
                  {t('minutes', { count: Math.max(1, summary.minutes) })}
                </span>
              </p>
              <LinkButton
                tone="next"
                size="large"
                href={places.practice}
                className="min-h-14 sm:self-start sm:px-10"
              >
                {summary.answeredToday > 0 ? t('resume') : t('start')}
              </LinkButton>
            </>
          ) : (
            <div>
              <p className="text-2xl font-bold">{t('nothingDue')}</p>
              <p className="text-muted mt-1">{t('nothingDueText')}</p>
              {nextDue === null ? null : (
                <p className="mt-4">
                  <span className="text-muted">{t('nextDueLabel')}</span>{' '}
                  <span className="font-semibold">{sayWhen(nextDue)}</span>
                </p>
              )}
            </div>
          )}
          <dl className="border-line grid grid-cols-2 gap-4 border-t pt-5">
            <div>
              <dt className="text-muted text-sm">{t('streak')}</dt>
              <dd className="text-xl font-semibold">
                {summary.streakDays > 0
                  ? t('streakDays', { count: summary.streakDays })
                  : t('streakNone')}
              </dd>
              <dd className="text-muted text-sm text-pretty">{t('streakText')}</dd>
            </div>
            <div>
              <dt className="text-muted text-sm">{t('answeredToday')}</dt>
              <dd className="text-xl font-semibold">
                {t('count', { count: summary.answeredToday })}
              </dd>
            </div>
          </dl>
        </Card>
        <Card as="section">
          <BarList
            title={t('week')}
            note={t('weekText')}
            labelHead={t('day')}
            valueHead={t('dueThatDay')}
            rows={summary.week.map((each, index) => ({
              id: each.day,
              label: dayLabel(each.day, index),
              value: each.due,
              text: String(each.due),
            }))}
          />
        </Card>
      </div>
    </div>
  );
}
