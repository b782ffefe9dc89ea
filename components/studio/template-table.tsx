import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Cell, HeadCell, Table } from '@/components/ui/table';
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

/** An author's templates by state: what waits for a decision first, what is retired last. */
export function TemplateTable({
  templates,
  timeZone,
}: {
  readonly templates: readonly TemplateRow[];
  /** The author's: times are told in it. */
  readonly timeZone: string;
}) {
  const t = useTranslations('studio');
  const format = useFormatter();
  const sorted = order.flatMap((state) => templates.filter((row) => row.state === state));
  return (
    <Table caption={t('mine')} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t('column.name')}</HeadCell>
          <HeadCell>{t('column.state')}</HeadCell>
          <HeadCell>{t('column.about')}</HeadCell>
          <HeadCell>{t('column.cohorts')}</HeadCell>
          <HeadCell>{t('column.changed')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, slug, state, version, updatedAt, cohorts }) => (
          <tr key={id}>
            <HeadCell scope="row" className="min-w-40">
              <Link
                href={`/studio/${encodeURIComponent(id)}`}
                translate="no"
                className="font-mono text-[0.9375rem] underline underline-offset-4"
              >
                {slug}
              </Link>
            </HeadCell>
            <Cell>
              <StudioStateBadge state={state} />
            </Cell>
            <Cell className="min-w-44">
              {version === null ? (
                <span className="text-muted">—</span>
              ) : (
                <>
                  {version.conceptTitle}
                  <span className="text-muted block text-sm">
                    {t(`kind.${version.kind}`)} · {t('version', { number: version.number })}
                  </span>
                </>
              )}
            </Cell>
            <Cell className="min-w-32">
              {cohorts.length === 0 ? (
                <span className="text-muted">{t('noCohort')}</span>
              ) : (
                cohorts.map(({ name }) => name).join(', ')
              )}
            </Cell>
            <Cell className="whitespace-nowrap">
              <time dateTime={updatedAt.toISOString()}>
                {format.dateTime(updatedAt, { ...momentFormat, timeZone })}
              </time>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
