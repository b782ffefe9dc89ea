import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { ConceptFigures, Knowledge } from '@/lib/reports/cohort-report';
import { ratioOf } from '@/lib/reports/figures';
import { percentOf } from './percent';
import { ReportSection } from './report-section';

export const mapMetrics = ['recall', 'accuracy'] as const;
export type MapMetric = (typeof mapMetrics)[number];

interface MasteryMapProps {
  readonly concepts: readonly ConceptFigures[];
  /** In the order of the columns. */
  readonly learners: readonly { readonly id: string; readonly name: string }[];
  readonly titles: ReadonlyMap<string, string>;
  readonly metric: MapMetric;
  /** The page with the other figure. */
  readonly hrefs: Readonly<Record<MapMetric, string>>;
}

/** What do they know? Concepts down, learners across; the first column stays in sight. Figures, and a shade for the eye. */
export function MasteryMap({ concepts, learners, titles, metric, hrefs }: MasteryMapProps) {
  const t = useTranslations('reports');
  const met = concepts.filter(({ cells }) => cells.size > 0);
  const notMet = concepts.length - met.length;
  const caption = metric === 'recall' ? t('mapCaptionRecall') : t('mapCaptionAccuracy');
  const small = metric === 'recall' ? t('cards') : t('n');
  return (
    <ReportSection id="map" title={t('mapTitle')} lead={t('mapText')}>
      <nav
        aria-label={t('mapWhich')}
        className="bg-sunken rounded-control flex gap-1 self-start p-1"
      >
        {mapMetrics.map((each) => (
          <Link
            key={each}
            href={hrefs[each]}
            scroll={false}
            aria-current={each === metric ? 'true' : undefined}
            className={classNames(
              'flex min-h-9 items-center rounded-md px-3 text-sm font-medium',
              each === metric ? 'bg-surface text-ink shadow-card' : 'text-muted hover:text-ink',
            )}
          >
            {each === 'recall' ? t('mapRecall') : t('mapAccuracy')}
          </Link>
        ))}
      </nav>
      {met.length === 0 ? (
        <p>{t('mapEmpty')}</p>
      ) : (
        <ScrollBox
          label={caption}
          className="max-h-[80dvh] overflow-y-auto [--fade-left:0px] [--fade-top:0px]"
        >
          <table className="border-separate border-spacing-0 text-left text-sm">
            <caption className="text-muted pb-2 text-left">
              <span className="sticky left-0 block max-w-[calc(100vw-5rem)]">
                {caption} · {t('mapSmall', { what: small })} · {t('legend')}
              </span>
            </caption>
            <thead>
              <tr>
                <th
                  scope="col"
                  className="bg-surface border-line sticky top-0 left-0 z-20 min-w-32 border-r border-b py-2 pr-2 align-bottom font-medium sm:min-w-52"
                >
                  {t('concept')}
                </th>
                <HeadName name={t('all')} strong />
                {learners.map(({ id, name }) => (
                  <HeadName key={id} name={name} />
                ))}
              </tr>
            </thead>
            <tbody>
              {met.map((concept) => (
                <tr key={concept.conceptId}>
                  <th
                    scope="row"
                    className="bg-surface border-line sticky left-0 z-10 max-w-40 border-r border-b py-1.5 pr-2 leading-snug font-normal sm:max-w-72"
                  >
                    {titles.get(concept.conceptId) ?? concept.conceptId}
                  </th>
                  {mapCell('all', concept, metric, true)}
                  {learners.map(({ id }) => mapCell(id, concept.cells.get(id), metric))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {notMet === 0 || met.length === 0 ? null : (
        <p className="text-muted text-sm">{t('notBegun', { count: notMet })}</p>
      )}
    </ReportSection>
  );
}

function HeadName({ name, strong = false }: { readonly name: string; readonly strong?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        'bg-surface border-line sticky top-0 z-10 border-b px-1 py-2 align-bottom',
        strong ? 'font-semibold' : 'font-normal',
      )}
    >
      <span className="mx-auto block max-h-32 truncate [writing-mode:vertical-rl]">{name}</span>
    </th>
  );
}

/** Steps of the shade: the lower the figure, the darker. */
const shades = [
  { below: 0.6, classes: 'bg-bad/30' },
  { below: 0.75, classes: 'bg-bad/18' },
  { below: 0.9, classes: 'bg-bad/8' },
] as const;

/** A function and not a component: there are thousands of cells, and React need not know each by name. */
function mapCell(key: string, knowledge: Knowledge | undefined, metric: MapMetric, strong = false) {
  const figure = figureOf(knowledge, metric);
  if (figure === null) return <td key={key} className="border-line border-b" />;
  const shade = shades.find(({ below }) => figure.ratio < below)?.classes;
  return (
    <td
      key={key}
      className={classNames(
        'border-line min-w-10 border-b px-1 py-1 text-center leading-tight whitespace-nowrap tabular-nums',
        strong && 'font-semibold',
        shade,
      )}
    >
      {percentOf(figure.ratio)}
      <span className="text-muted block text-xs font-normal">{figure.n}</span>
    </td>
  );
}

function figureOf(
  knowledge: Knowledge | undefined,
  metric: MapMetric,
): { readonly ratio: number; readonly n: number } | null {
  if (knowledge === undefined) return null;
  if (metric === 'recall')
    return knowledge.recall === null
      ? null
      : { ratio: knowledge.recall.mean, n: knowledge.recall.n };
  const ratio = ratioOf(knowledge.accuracy);
  return ratio === null ? null : { ratio, n: knowledge.accuracy.of };
}
