import 'server-only';
import { assertNever } from '@/lib/kernel/assert-never';
import { csvText, type CsvCell } from '@/lib/interchange/csv';
import { ratioOf, type Mean, type Share } from '@/lib/reports/figures';
import type { CohortReportView } from './read-cohort-report';

export const reportTables = ['learners', 'map', 'beliefs'] as const;
export type ReportTable = (typeof reportTables)[number];

/** Four decimals are more than any figure here is worth. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

const shareCells = (share: Share): CsvCell[] => [share.part, share.of, rounded(ratioOf(share))];
const meanCells = (mean: Mean | null): CsvCell[] => [rounded(mean?.mean ?? null), mean?.n ?? 0];

const knowledgeHead = [
  'first_attempts_right',
  'first_attempts',
  'first_attempt_accuracy',
  'predicted_recall_now',
  'cards_now',
  'predicted_recall_on_readiness_date',
  'cards_on_readiness_date',
];

/**
 * One table of a cohort's report as CSV for its instructors: `learners` (one line each), `map` (learner × concept, only
 * what was begun) or `beliefs` (one line each). Shares and recalls are numbers from 0 to 1. Column names are the same in
 * every language, so that a sheet made on them keeps working; titles and beliefs are in the report's language.
 */
export function reportCsv(view: CohortReportView, table: ReportTable): string {
  const people = new Map(view.people.map((person) => [person.id, person]));
  const who = (id: string): CsvCell[] => {
    const person = people.get(id);
    return [person?.name ?? '', id, person?.synthetic === true ? 'yes' : 'no'];
  };
  const whoHead = ['learner', 'learner_id', 'synthetic'];
  switch (table) {
    case 'learners':
      return csvText(
        [
          ...whoHead,
          'last_practised_days_ago',
          'days_practised_in_7',
          'days_practised_in_28',
          'answers',
          ...knowledgeHead,
          'concepts_begun',
          'concepts',
          'cards_overdue',
          'reasons_to_look_after',
        ],
        view.report.learners.map((learner) => [
          ...who(learner.learnerId),
          learner.lastDaysAgo,
          learner.daysIn7,
          learner.daysIn28,
          learner.answers,
          ...shareCells(learner.accuracy),
          ...meanCells(learner.recall),
          ...meanCells(learner.recallOnDate),
          learner.begun.part,
          learner.begun.of,
          learner.overdue,
          learner.reasons.map(({ kind }) => kind).join(' '),
        ]),
      );
    case 'map':
      return csvText(
        [...whoHead, 'concept', 'concept_id', ...knowledgeHead],
        view.report.learners.flatMap(({ learnerId }) =>
          view.report.concepts.flatMap(({ conceptId, cells }) => {
            const cell = cells.get(learnerId);
            if (cell === undefined) return [];
            const title = view.titles.get(conceptId) ?? conceptId;
            return [
              [
                ...who(learnerId),
                title,
                conceptId,
                ...shareCells(cell.accuracy),
                ...meanCells(cell.recall),
                ...meanCells(cell.recallOnDate),
              ],
            ];
          }),
        ),
      );
    case 'beliefs':
      return csvText(
        ['misconception', 'misconception_id', 'learners_holding', 'learners_asked', 'share'],
        view.report.beliefs.map(({ belief, held }) => [
          view.beliefs.get(belief)?.belief ?? belief,
          belief,
          ...shareCells(held),
        ]),
      );
    default:
      return assertNever(table);
  }
}
