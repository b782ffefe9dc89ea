import 'server-only';
import type { Card, Prisma } from '@/lib/server/generated/client';
import { newCard, type CardState, type Due, type Skill } from '@/lib/scheduling/card';
import { dayFromColumn, dayToColumn } from './day-column';

/** The columns of `cards` that hold the memory state. */
export type CardColumns = Pick<
  Card,
  | 'state'
  | 'stability'
  | 'difficulty'
  | 'step'
  | 'reps'
  | 'lapses'
  | 'leech'
  | 'dueDay'
  | 'dueAt'
  | 'lastReviewedAt'
  | 'lastReviewedDay'
>;

/** The key of a card within its learner, as replay and the fuzz seed use it. */
export function cardKey(card: { readonly conceptId: string; readonly skill: Skill }): string {
  return `${card.conceptId}/${card.skill}`;
}

/** A due time from the two columns of which exactly one is filled (the database checks it). */
export function dueFromColumns(row: { dueDay: Date | null; dueAt: Date | null }): Due {
  if (row.dueDay !== null) return { kind: 'day', day: dayFromColumn(row.dueDay) };
  if (row.dueAt !== null) return { kind: 'instant', at: row.dueAt.getTime() };
  throw new Error('a reviewed card is due neither on a day nor at an instant');
}

/** The two columns of a due time. */
export function dueToColumns(due: Due): { dueDay: Date | null; dueAt: Date | null } {
  return due.kind === 'day'
    ? { dueDay: dayToColumn(due.day), dueAt: null }
    : { dueDay: null, dueAt: new Date(due.at) };
}

/** The memory state that a row of `cards` holds. Throws when the row breaks the table's own checks. */
export function cardFromRow(row: CardColumns): CardState {
  if (row.state === 'new') return newCard;
  const { stability, difficulty, step, lastReviewedAt, lastReviewedDay } = row;
  if (
    stability === null ||
    difficulty === null ||
    step === null ||
    lastReviewedAt === null ||
    lastReviewedDay === null
  )
    throw new Error('a studied card lacks a part of its memory');
  return {
    state: row.state,
    stability,
    difficulty,
    step,
    reps: row.reps,
    lapses: row.lapses,
    leech: row.leech,
    due: dueFromColumns(row),
    lastReviewedAt: lastReviewedAt.getTime(),
    lastReviewedDay: dayFromColumn(lastReviewedDay),
  };
}

/** The row that holds a memory state. */
export function cardToRow(card: CardState): CardColumns & Prisma.CardUncheckedUpdateInput {
  if (card.state === 'new')
    return {
      state: 'new',
      stability: null,
      difficulty: null,
      step: null,
      reps: 0,
      lapses: 0,
      leech: false,
      dueDay: null,
      dueAt: null,
      lastReviewedAt: null,
      lastReviewedDay: null,
    };
  return {
    state: card.state,
    stability: card.stability,
    difficulty: card.difficulty,
    step: card.step,
    reps: card.reps,
    lapses: card.lapses,
    leech: card.leech,
    ...dueToColumns(card.due),
    lastReviewedAt: new Date(card.lastReviewedAt),
    lastReviewedDay: dayToColumn(card.lastReviewedDay),
  };
}
