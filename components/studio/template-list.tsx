import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentFormat } from '@/lib/i18n/moment-format';
import type { Kind } from '@/lib/quiz/types';
import { StudioStateBadge, type StudioState } from './state-badge';

export interface TemplateRow {
  readonly id: string;
  readonly slug: string;
  readonly state: StudioState;
  readonly version: {
    readonly number: number;
    readonly kind: Kind;
    readonly conceptTitle: string;
  } | null;
  readonly updatedAt: Date;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
}

const order: readonly StudioState[] = ['failed', 'edited', 'draft', 'published', 'retired'];

/** Whether learners are asked what was published. */
const isAsked = (state: StudioState) => state === 'published' || state === 'edited';

/**
 * An author's templates by state: what waits for a decision first, what is retired last. Each row says in words of its own what there is to know, so no
 * headings are needed: on a phone the same facts stand below each other. The whole row is the link.
 */
export function TemplateList({
  label,
  templates,
  timeZone,
}: {
  readonly label: string;
  readonly templates: readonly TemplateRow[];
  /** The author's: times are told in it. */
  readonly timeZone: string;
}) {
  const t = useTranslations('studio');
  const format = useFormatter();
  const sorted = order.flatMap((state) => templates.filter((row) => row.state === state));
  return (
    <ul aria-label={label} className="divide-line border-line divide-y border-t">
      {sorted.map(({ id, slug, state, version, updatedAt, cohorts }) => (
        <li
          key={id}
          className="hover:bg-sunken/50 relative grid gap-x-6 gap-y-0.5 px-4 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6"
        >
          <h3 className="mb-0.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`/studio/${encodeURIComponent(id)}`}
              translate="no"
              className="min-w-0 font-mono text-[0.9375rem] font-medium underline underline-offset-4 after:absolute after:inset-0"
            >
              {slug}
            </Link>
            <StudioStateBadge state={state} />
          </h3>
          {version === null ? null : (
            <p className="sm:col-start-1">
              {version.conceptTitle}
              <span className="text-muted text-sm">
                {` · ${t(`kind.${version.kind}`)} · ${t('version', { number: version.number })}`}
              </span>
            </p>
          )}
          <p className="text-muted text-sm sm:col-start-2 sm:row-start-1 sm:content-center sm:text-right">
            {t.rich('changed', {
              when: () => (
                <time dateTime={updatedAt.toISOString()} className="whitespace-nowrap">
                  {format.dateTime(updatedAt, { ...momentFormat, timeZone })}
                </time>
              ),
            })}
          </p>
          {isAsked(state) ? (
            <p className="text-muted text-sm sm:col-start-2 sm:content-center sm:text-right">
              {cohorts.length === 0
                ? t('noCohort')
                : t('askedIn', { cohorts: cohorts.map(({ name }) => name).join(', ') })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
