import type { Activity } from './activity';
import { shareOf, type Share } from './figures';
import type { FirstAttempt } from './rows';

/** Why somebody may need their instructor. Each rule is stated where its figure is shown. */
export type RiskReason =
  /** Joined so many days ago and has not answered anything yet. */
  | { readonly kind: 'not-begun'; readonly days: number }
  /** The last answer is so many days ago. */
  | { readonly kind: 'idle'; readonly days: number }
  /** So many cards were due before today. */
  | { readonly kind: 'overdue'; readonly cards: number }
  /** Right at first sight less often than before. */
  | { readonly kind: 'falling'; readonly recent: Share; readonly before: Share };

/** The rules' numbers (design: reports.md; the window of `falling` is ours, docs/decisions/031). */
export const riskRules = {
  idleDays: 7,
  overdueCards: 30,
  /** First attempts compared with as many before them. */
  fallingWindow: 20,
  /** How many fewer of them must be right: 4 of 20 is 20 points in 100. */
  fallingBy: 4,
} as const;

/** The reasons to look after one learner; none when all is well. The gravest first. */
export function riskReasons(learner: {
  readonly joinedDaysAgo: number;
  readonly activity: Activity;
  /** Cards due before today. */
  readonly overdue: number;
  /** The learner's first attempts, in any order. */
  readonly firstAttempts: readonly FirstAttempt[];
}): readonly RiskReason[] {
  const { activity, joinedDaysAgo, overdue } = learner;
  const reasons: RiskReason[] = [];
  if (activity.lastDaysAgo === null) {
    if (joinedDaysAgo >= riskRules.idleDays)
      reasons.push({ kind: 'not-begun', days: joinedDaysAgo });
  } else if (activity.lastDaysAgo >= riskRules.idleDays) {
    reasons.push({ kind: 'idle', days: activity.lastDaysAgo });
  }
  if (overdue > riskRules.overdueCards) reasons.push({ kind: 'overdue', cards: overdue });
  const falling = fallingAccuracy(learner.firstAttempts);
  if (falling !== null) reasons.push(falling);
  return reasons;
}

function fallingAccuracy(
  attempts: readonly FirstAttempt[],
): Extract<RiskReason, { kind: 'falling' }> | null {
  const { fallingWindow, fallingBy } = riskRules;
  if (attempts.length < 2 * fallingWindow) return null;
  const inOrder = [...attempts].sort((a, b) => a.at - b.at);
  const right = ({ correct }: FirstAttempt): boolean => correct;
  const recent = shareOf(inOrder.slice(-fallingWindow), right);
  const before = shareOf(inOrder.slice(-2 * fallingWindow, -fallingWindow), right);
  return before.part - recent.part >= fallingBy ? { kind: 'falling', recent, before } : null;
}
