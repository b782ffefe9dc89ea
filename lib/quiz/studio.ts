/**
 * The studio's contract: what the editor's screen is given and what it asks for. The screen knows no address and no
 * database; `app/` hands it these callbacks. Every value is plain JSON. Lines and columns start at 1.
 */
import type { Result } from '../kernel/result';
import type { LabView } from './lab-contract';
import type { AnswerOutcome } from './practice';
import type { Completion } from './terminal';
import type { TemplateProblem } from './template-problem';
import type { Kind, Locale, QuestionView, Response, VariantKey, Words } from './types';

/** The longest text of a draft, in UTF-16 code units as the editor counts them. */
export const maximalDraftLength = 50_000;

/** Seeds of the proof while one writes, and of the proof before learners see it (content.md, rule 4). */
export const liveSeeds = 40;
export const publishingSeeds = 200;

/** What is wrong or could be better, at its place in the draft. */
export type DraftProblem = Omit<TemplateProblem, 'file'>;

/** A variant as learners see it, in both languages, with what only its author sees. */
export interface SampleView {
  /** Makes this variant again from the same text; a learner's variants never use such a seed. */
  readonly seed: string;
  readonly question: Readonly<Record<Locale, QuestionView>>;
  readonly key: VariantKey;
}

/** How often a belief told itself apart from the truth, with the sentence that it believes. */
export interface BeliefRow {
  readonly id: string;
  readonly belief: Words | null;
  readonly tellsApart: number;
}

/** What running a template's variants came to. */
export interface DraftProof {
  readonly proved: boolean;
  readonly kind: Kind;
  readonly concept: { readonly id: string; readonly title: Words };
  /** How many seeds were run, and how many different questions they gave. */
  readonly seeds: number;
  readonly variants: number;
  readonly beliefs: readonly BeliefRow[];
}

/** What a check of a draft came to. `proof` is null while the text itself is wrong or was too much to run. */
export interface DraftCheck {
  readonly problems: readonly DraftProblem[];
  readonly warnings: readonly DraftProblem[];
  readonly proof: DraftProof | null;
  readonly samples: readonly SampleView[];
}

/** What saving a draft came to: kept, or somebody (another tab) saved another text since `base`. */
export type SaveOutcome =
  | { readonly status: 'saved'; readonly revision: string }
  | { readonly status: 'conflict'; readonly text: string; readonly revision: string };

/** What publishing came to. */
export type PublishOutcome =
  | {
      readonly status: 'published';
      /** The version that learners are asked from now on. */
      readonly number: number;
      /** False when the text was published before: only the cohorts changed. */
      readonly fresh: boolean;
      readonly cohorts: readonly string[];
    }
  | { readonly status: 'refused'; readonly check: DraftCheck };

/** Why a request of the studio was refused. `message` is in the reader's language. */
export type StudioFailure =
  /** No answer came. Safe to send again. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'gone' }
  /** The text changed elsewhere since. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  | { readonly kind: 'failed'; readonly id: string };

/** A hands-on sample after what was typed into it. */
export interface SamplePlayed extends LabView {
  /** Of the last line. */
  readonly exitCode: number;
}

/** The callbacks behind the editor. They resolve to a refusal instead of rejecting. */
export interface StudioApi {
  /** Keeps any text. `base` is the revision that the text was written from. */
  readonly save: (text: string, base: string) => Promise<Result<SaveOutcome, StudioFailure>>;
  readonly check: (text: string, signal: AbortSignal) => Promise<Result<DraftCheck, StudioFailure>>;
  /** Other variants of the same text: round 0 are those of the check. */
  readonly samples: (
    text: string,
    round: number,
  ) => Promise<Result<readonly SampleView[], StudioFailure>>;
  /** Answers a sample as a learner would. Nothing is stored. */
  readonly answer: (
    text: string,
    seed: string,
    response: Response,
    locale: Locale,
  ) => Promise<Result<AnswerOutcome, StudioFailure>>;
  /** Types these lines into a hands-on sample, from its beginning, with as many hints asked for. Nothing is stored. */
  readonly play: (
    text: string,
    seed: string,
    typed: { readonly lines: readonly string[]; readonly hints: number },
    locale: Locale,
  ) => Promise<Result<SamplePlayed, StudioFailure>>;
  /** What could stand at the cursor of a line, after these lines. */
  readonly complete: (
    text: string,
    seed: string,
    typed: {
      readonly lines: readonly string[];
      readonly line: string;
      readonly cursor: number;
    },
  ) => Promise<Result<Completion, StudioFailure>>;
  /** Publishes the saved text of this revision to exactly these cohorts of the author's. */
  readonly publish: (
    revision: string,
    cohorts: readonly string[],
  ) => Promise<Result<PublishOutcome, StudioFailure>>;
}
