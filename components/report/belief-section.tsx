import { useTranslations } from 'next-intl';
import { Paragraphs } from '@/components/ui/paragraphs';
import { Sentence } from '@/components/ui/sentence';
import { TerminalBlock, type TerminalLine } from '@/components/ui/terminal-block';
import type { BeliefFigure } from '@/lib/reports/beliefs';
import { ratioOf } from '@/lib/reports/figures';
import { MoreBars } from './more-bars';
import { percentOf } from './percent';
import { ReportSection } from './report-section';

export interface BeliefText {
  readonly belief: string;
  readonly answer: string;
  /** The question that showed it last. */
  readonly question: {
    readonly prompt: string;
    readonly scenario: readonly TerminalLine[];
    readonly answered: string | null;
  } | null;
}

/** Questions shown without asking for more. */
const detailsShown = 5;

/** What do they believe? Misconceptions held now, by share of learners, each with a question that shows it. */
export function BeliefSection({
  beliefs,
  texts,
  names,
}: {
  readonly beliefs: readonly BeliefFigure[];
  /** Words by misconception id. */
  readonly texts: ReadonlyMap<string, BeliefText>;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('reports');
  const held = beliefs.filter((figure) => figure.held.part > 0);
  const overcome = beliefs.length - held.length;
  const details = held.flatMap((figure) => {
    const text = texts.get(figure.belief);
    return text === undefined
      ? []
      : [<BeliefDetail key={figure.belief} figure={figure} text={text} names={names} />];
  });
  return (
    <ReportSection id="beliefs" title={t('beliefsTitle')} lead={t('beliefsText')}>
      {held.length === 0 ? (
        <p>{t('beliefsNone')}</p>
      ) : (
        <MoreBars
          title={t('belief')}
          labelHead={t('belief')}
          valueHead={t('heldBy')}
          baseHead={t('n')}
          max={1}
          rows={held.map(({ belief, held: share }) => ({
            id: belief,
            label: (
              <span className="block min-w-28">
                <Sentence text={texts.get(belief)?.belief ?? belief} />
              </span>
            ),
            value: ratioOf(share),
            text: t('percent', { value: percentOf(ratioOf(share)) ?? 0 }),
            base: t('ofCount', { ...share }),
            tone: 'note' as const,
          }))}
        />
      )}
      {details.slice(0, detailsShown)}
      {details.length <= detailsShown ? null : (
        <details className="border-line border-t pt-3">
          <summary className="text-muted hover:text-ink py-1 text-sm font-medium">
            {t('beliefsMore', { count: details.length - detailsShown })}
          </summary>
          <div className="mt-3 flex flex-col gap-5">{details.slice(detailsShown)}</div>
        </details>
      )}
      {overcome === 0 ? null : (
        <p className="text-muted text-sm">{t('beliefsOvercome', { count: overcome })}</p>
      )}
    </ReportSection>
  );
}

function BeliefDetail({
  figure,
  text,
  names,
}: {
  readonly figure: BeliefFigure;
  readonly text: BeliefText;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('reports');
  const { question } = text;
  return (
    <details className="border-line border-t pt-3">
      <summary className="py-1">
        <span className="font-medium">
          <Sentence text={text.belief} />
        </span>{' '}
        <span className="text-muted text-sm">{t('ofCount', { ...figure.held })}</span>
      </summary>
      <dl className="mt-3 flex flex-col gap-4">
        {question === null ? null : (
          <div>
            <dt className="text-muted text-sm">{t('beliefDetail')}</dt>
            <dd className="mt-1 flex flex-col gap-3">
              {question.scenario.length === 0 ? null : (
                <TerminalBlock
                  lines={question.scenario}
                  label={t('scenario')}
                  withheld={() => t('withheld')}
                />
              )}
              <Paragraphs text={question.prompt} />
              {question.answered === null ? null : (
                <p className="whitespace-pre-line">
                  <span className="text-muted text-sm">{t('answered')}</span>{' '}
                  <Sentence text={question.answered} />
                </p>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt className="text-muted text-sm">{t('beliefAnswer')}</dt>
          <dd>
            <Sentence text={text.answer} />
          </dd>
        </div>
        <div>
          <dt className="text-muted text-sm">{t('holders')}</dt>
          <dd>{figure.holders.map((id) => names.get(id) ?? id).join(', ')}</dd>
        </div>
      </dl>
    </details>
  );
}
