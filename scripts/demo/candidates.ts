import { gradeResponse, type GradingScene } from '@/lib/quiz/grade';
import type { Grade, ReferencePart, Response, VariantKey, VariantQuestion } from '@/lib/quiz/types';

/** An answer that may be given to a variant, graded as a real one is. */
export interface Candidate {
  readonly response: Response;
  readonly grade: Grade;
}

/** The answers a simulated learner chooses from. */
export interface Candidates {
  readonly right: Candidate;
  /** Never empty: "I don't know" is one of them. */
  readonly wrong: readonly Candidate[];
}

const emptied = (
  parts: Readonly<Partial<Record<ReferencePart, string>>>,
): Readonly<Partial<Record<ReferencePart, string>>> => ({ ...parts, tag: 'wrong' });

/** Answers that come to mind for a question: the right one first, then those that its beliefs suggest, then others. */
function responsesTo(key: VariantKey): readonly Response[] {
  switch (key.kind) {
    case 'choice':
    case 'predict': {
      const { kind } = key;
      const others = key.options.filter(({ id }) => id !== key.option);
      return [key.option, ...others.map(({ id }) => id)].map((option) => ({ kind, option }));
    }
    case 'several': {
      const given = [key.holding, ...key.beliefs.map(({ holding }) => holding), []];
      return given.map((ids) => ({ kind: 'several', ticked: ids.length === 0 ? 'none' : ids }));
    }
    case 'order': {
      const right = key.orders[0] ?? [];
      const believed = key.beliefs.flatMap(({ orders }) => orders.slice(0, 1));
      return [right, ...believed, [...right].reverse()].map((steps) => ({ kind: 'order', steps }));
    }
    case 'blanks':
      return [
        key.solution,
        ...key.beliefs.flatMap(({ fillings }) => fillings.slice(0, 1)),
        key.solution.map(() => 'nothing'),
      ].map((fillings) => ({ kind: 'blanks', fillings }));
    case 'type':
      return [key.solution, 'docker ps'].map((command) => ({ kind: 'type', command }));
    case 'parts':
      return [key.parts, ...key.beliefs.map(({ parts }) => parts), emptied(key.parts)].map(
        (parts) => ({ kind: 'parts', parts }),
      );
    case 'lab': {
      const given = { kind: 'lab', hints: 0, restarts: 0 } as const;
      return [
        { ...given, lines: key.solution, gaveUp: false },
        { ...given, lines: ['docker ps -a'], gaveUp: true },
      ];
    }
    case 'flashcard':
      return (['knew', 'forgot', 'vaguely'] as const).map((recall) => ({
        kind: 'flashcard',
        recall,
      }));
  }
}

/**
 * The candidates of a stored variant, each graded by the real grader.
 * Throws when the stored key is not graded right: such a variant must not have been stored.
 */
export function candidatesOf(
  variant: { readonly question: VariantQuestion; readonly key: VariantKey },
  scene: GradingScene,
): Candidates {
  const graded = (response: Response): Candidate => ({
    response,
    grade: gradeResponse(variant, response, scene),
  });
  const [right, ...others] = responsesTo(variant.key).map(graded);
  if (right?.grade.correct !== true)
    throw new Error(`the key of a ${variant.key.kind} question is not graded right`);
  const wrong = others.filter(({ grade }) => !grade.correct);
  // A flashcard's learner grades the recall; there is no other way not to know.
  const unknown = variant.key.kind === 'flashcard' ? [] : [graded({ kind: 'unknown' })];
  return { right, wrong: [...wrong, ...unknown] };
}
