import { err, ok, type Result } from '@/lib/kernel/result';
import { defaultWeights } from './fsrs-adapter';

/** Everything besides the answer that decides a card's next state. Each review stores the `version` it was made with. */
export interface SchedulingParameters {
  readonly version: string;
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** Do a day's further answers change stability, by FSRS-6's short-term formula? */
  readonly shortTerm: boolean;
  /** The predicted recall at which a card returns, between 0 and 1. */
  readonly desiredRetention: number;
  /** Days. */
  readonly maximumInterval: number;
  /** Minutes; every step is shorter than a day. */
  readonly learningSteps: readonly number[];
  /** Minutes; every step is shorter than a day. */
  readonly relearningSteps: readonly number[];
  /** Lapses that make a leech; 0 for never. */
  readonly leechThreshold: number;
  /** Does a correct answer that may have been guessed count only by the chance that it was known? docs/decisions/010 */
  readonly guessMix: boolean;
}

export const lowestRetention = 0.7;
export const highestRetention = 0.97;

export type ParametersError =
  | { readonly kind: 'retention-out-of-range'; readonly retention: number }
  | { readonly kind: 'unknown-version'; readonly version: string };

const series = 'fsrs6-default-1';

function defaultsAt(desiredRetention: number): SchedulingParameters {
  return {
    version: `${series}@${desiredRetention.toFixed(2)}`,
    weights: defaultWeights,
    shortTerm: true,
    desiredRetention,
    maximumInterval: 36_500,
    learningSteps: [1, 10],
    relearningSteps: [10],
    leechThreshold: 8,
    guessMix: false,
  };
}

/** FSRS-6 with its default weights, learning steps of 1 and 10 minutes, relearning 10 minutes, retention 0.9. */
export const defaultParameters: SchedulingParameters = defaultsAt(0.9);

/** The default parameters with a learner's own desired retention, in hundredths from 0.70 to 0.97. */
export function parametersForRetention(
  retention: number,
): Result<SchedulingParameters, ParametersError> {
  const rounded = Math.round(retention * 100) / 100;
  if (!(rounded >= lowestRetention && rounded <= highestRetention))
    return err({ kind: 'retention-out-of-range', retention });
  return ok(
    rounded === defaultParameters.desiredRetention ? defaultParameters : defaultsAt(rounded),
  );
}

/** The parameters that a stored version id names. A changed default gets a new series, and this keeps knowing the old. */
export function parametersOfVersion(
  version: string,
): Result<SchedulingParameters, ParametersError> {
  const [name, retention] = version.split('@');
  if (name !== series || retention === undefined || !/^0\.\d\d$/.test(retention))
    return err({ kind: 'unknown-version', version });
  return parametersForRetention(Number(retention));
}
