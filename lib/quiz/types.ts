/**
 * The words of the question language that more than one room uses: what a variant is, what a learner sees of it,
 * what a learner answers, and what the verdict tells. Every value here is plain JSON.
 */

import type { OldPicture } from '../stage/old-picture';
import type { Picture, StageFrame } from '../stage/picture';
import type { Parting } from './parting/parting';

export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The same words in every language of the product. Inline code is written between backticks. */
export type Words = Readonly<Record<Locale, string>>;

/** What a card trains. Choosing is *recognise*, producing is *do*, recalling freely is *recall*. */
export type Skill = 'recognise' | 'do' | 'recall';

export const kinds = [
  'choice',
  'several',
  'predict',
  'order',
  'blanks',
  'type',
  'parts',
  'lab',
  'flashcard',
] as const;
export type Kind = (typeof kinds)[number];

/** The skill that each kind of question trains. */
export const skillOf: Readonly<Record<Kind, Skill>> = {
  choice: 'recognise',
  several: 'recognise',
  predict: 'recognise',
  order: 'recognise',
  blanks: 'do',
  type: 'do',
  parts: 'do',
  lab: 'do',
  flashcard: 'recall',
};

/** The fields of an image name that `parts` asks for. */
export const referenceParts = ['registry', 'namespace', 'name', 'tag'] as const;
export type ReferencePart = (typeof referenceParts)[number];

/** A place in a source document, for example lines 41 to 43 of S0. */
export interface SourceCitation {
  readonly source: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  readonly from: number;
  readonly to: number;
}

/** What a terminal shows of one command. */
export interface ShownRun {
  readonly command: string;
  /** What stood before the line where it was typed into a container (`root@4f5e…:/# `); left out at the host's own prompt. */
  readonly prompt?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** One command of a run with the host's picture after it. */
export interface RunStep extends ShownRun {
  /** The one sentence that says what this step changed, when it changed something. */
  readonly change: Words | null;
  readonly picture: Picture;
  /** The host before it; only the first step of a run has it. */
  readonly from?: Picture;
}

/** A step as proofs made before the engine stage keep it. */
export interface OldRunStep extends ShownRun, OldPicture {
  readonly change: Words | null;
}

// ---------------------------------------------------------------------------------------------- what a learner sees

/** A scenario's command. `output` is null when it is withheld until the verdict. */
export interface ScenarioStep {
  readonly command: string;
  readonly output: string | null;
}

export interface ViewOption {
  readonly id: string;
  readonly text: string;
}

/** The answer control. It cannot hold a key: option ids are random per variant, the seed is not here. */
export type ViewControl =
  | { readonly kind: 'choice'; readonly options: readonly ViewOption[] }
  | { readonly kind: 'several'; readonly statements: readonly ViewOption[] }
  | { readonly kind: 'predict'; readonly options: readonly ViewOption[] }
  | {
      readonly kind: 'order';
      readonly steps: readonly ViewOption[];
      /** The file that the steps are the lines of; without it they are lines of a terminal. */
      readonly file?: string;
    }
  /** A line with a gap between each piece and the next. */
  | { readonly kind: 'blanks'; readonly pieces: readonly string[] }
  | { readonly kind: 'type' }
  | { readonly kind: 'parts'; readonly reference: string; readonly parts: readonly ReferencePart[] }
  | {
      readonly kind: 'lab';
      /** What is to be reached, in words. */
      readonly goals: readonly string[];
      /** What may not happen on the way. */
      readonly never: readonly string[];
      /** How many hints there are to ask for. */
      readonly hints: number;
    }
  | { readonly kind: 'flashcard' };

/** A question as the learner's browser receives it: exactly these fields, built by `learnerView` alone. */
export interface QuestionView {
  readonly kind: Kind;
  readonly concept: { readonly id: string; readonly title: string };
  readonly prompt: string;
  readonly scenario: readonly ScenarioStep[];
  readonly control: ViewControl;
}

// ------------------------------------------------------------------------------------------------ what is answered

export const confidences = ['sure', 'unsure'] as const;
/** Asked before the verdict. */
export type Confidence = (typeof confidences)[number];

/** How well a flashcard was recalled, by the learner's own judgement. */
export const recalls = ['forgot', 'vaguely', 'knew'] as const;
export type Recall = (typeof recalls)[number];

/** The statements that were ticked, at least one; `none` where "none of these" was. Nothing at all is no answer. */
export type Ticked = readonly string[] | 'none';

/** What a learner gave. `unknown` is "I don't know": wrong, and no belief is read into it. */
export type Response =
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'several'; readonly ticked: Ticked }
  | { readonly kind: 'predict'; readonly option: string }
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  /** What stands in each gap, in the order of the line. */
  | { readonly kind: 'blanks'; readonly fillings: readonly string[] }
  | { readonly kind: 'type'; readonly command: string }
  | { readonly kind: 'parts'; readonly parts: Readonly<Partial<Record<ReferencePart, string>>> }
  | LabResponse
  | { readonly kind: 'flashcard'; readonly recall: Recall }
  | { readonly kind: 'unknown' };

/** How a hands-on question ended: everything typed since the sandbox was last set up, and what help was asked for. */
export type LabResponse = {
  readonly kind: 'lab';
  readonly lines: readonly string[];
  /**
   * The last entry of the sandbox's journal when it was answered: the run is all that the journal holds up to there, whichever door it came through. Without it
   * the lines are the run.
   */
  readonly through?: number;
  readonly gaveUp: boolean;
  readonly hints: number;
  /** How often the sandbox was set up anew, or a command taken back. */
  readonly restarts: number;
};

/** How far a hands-on question has come; the lists are in the order of the control's. */
export interface LabProgress {
  /** Which goals hold now. */
  readonly goals: readonly boolean[];
  /** What happened on the way that may not. */
  readonly broken: readonly boolean[];
  /** All goals held at one moment and nothing was broken before it. */
  readonly reached: boolean;
}

/** The outcome of grading. `score` is in [0, 1]; `correct` is score = 1. */
export interface Grade {
  readonly score: number;
  readonly correct: boolean;
  /** The beliefs that yield this very answer; empty when none explains it. */
  readonly misconceptions: readonly string[];
}

// ----------------------------------------------------------------------------------------------- what is told after

/** A belief behind a wrong answer and the sentence that answers it, in the reader's language. */
export interface BeliefFeedback {
  readonly id: string;
  readonly belief: string;
  readonly answer: string;
}

/** Where the fact comes from, in the reader's language. `statement` is our paraphrase; `note` a kind correction. */
export interface SourceFeedback {
  readonly source: string;
  readonly file: string;
  readonly lines: string;
  readonly statement: string;
  readonly note: string | null;
}

/** What the correct answer was, in the shape of the control. */
export type AnswerKey =
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'predict'; readonly option: string }
  /** The statements that hold, in the control's order. */
  | { readonly kind: 'several'; readonly holding: readonly string[] }
  | { readonly kind: 'order'; readonly orders: readonly (readonly string[])[] }
  | { readonly kind: 'blanks'; readonly solution: readonly string[] }
  | { readonly kind: 'type'; readonly solution: string }
  | { readonly kind: 'parts'; readonly parts: Readonly<Partial<Record<ReferencePart, string>>> }
  | { readonly kind: 'lab'; readonly solution: readonly string[] }
  | { readonly kind: 'flashcard'; readonly back: string };

/** The verdict's teaching half; the planner's half (next date) is added by the server. */
export interface Verdict {
  readonly correct: boolean;
  readonly score: number;
  readonly key: AnswerKey;
  /** The one with most evidence first. */
  readonly beliefs: readonly BeliefFeedback[];
  readonly explanation: string;
  /** The whole run in the true engine, the withheld step included. */
  readonly run: readonly StageFrame[];
  /** For `type`, `blanks` and `lab`: what the learner's commands did, each pictured; null otherwise. */
  readonly learnerRun: readonly StageFrame[] | null;
  /** For `blanks`: which gaps were filled rightly, in the order of the line; null otherwise. */
  readonly gaps: readonly boolean[] | null;
  /** For `lab`: how far the learner came; null otherwise. */
  readonly progress: LabProgress | null;
  /** Where a wrong answer and Docker part ways, as two runs; null where nothing can be shown. */
  readonly parting: Parting | null;
  readonly sources: readonly SourceFeedback[];
}

// --------------------------------------------------------------------------------------------------- what is stored

/** An option with its secret: which beliefs yield it, and whether the true engine does. */
export interface StoredOption {
  readonly id: string;
  readonly text: Words;
  /** The outcome of the probe that this option stands for. */
  readonly outcome: string;
  readonly beliefs: readonly string[];
}

/** The concrete question: what is asked, both languages, nothing secret. */
export interface VariantQuestion {
  readonly kind: Kind;
  readonly conceptId: string;
  readonly prompt: Words;
  readonly scenario: readonly ScenarioStep[];
  readonly control:
    | {
        readonly kind: 'choice' | 'predict';
        readonly options: readonly { id: string; text: Words }[];
      }
    | { readonly kind: 'several'; readonly statements: readonly { id: string; text: Words }[] }
    | {
        readonly kind: 'order';
        readonly steps: readonly { id: string; text: string }[];
        /** The file that the steps are the lines of, and what is run once it is written (run-order.ts). */
        readonly file?: { readonly path: string; readonly then: readonly string[] };
      }
    | { readonly kind: 'blanks'; readonly pieces: readonly string[] }
    | { readonly kind: 'type' }
    | {
        readonly kind: 'parts';
        readonly reference: string;
        readonly parts: readonly ReferencePart[];
      }
    | {
        readonly kind: 'lab';
        readonly goals: readonly Words[];
        readonly never: readonly Words[];
        readonly hints: number;
      }
    | { readonly kind: 'flashcard' };
}

/** What grading needs; never leaves the server before the verdict. */
export type VariantKey =
  | {
      readonly kind: 'choice' | 'predict';
      readonly option: string;
      readonly options: readonly StoredOption[];
    }
  | {
      readonly kind: 'order';
      readonly orders: readonly (readonly string[])[];
      readonly beliefs: readonly { id: string; orders: readonly (readonly string[])[] }[];
    }
  | {
      readonly kind: 'several';
      /** The statements that hold in the true engine, and those that hold in each belief's that answers otherwise. */
      readonly holding: readonly string[];
      readonly beliefs: readonly { id: string; holding: readonly string[] }[];
    }
  | {
      readonly kind: 'blanks';
      readonly goal: readonly string[];
      readonly solution: readonly string[];
      /** The wrong fillings that reach the goal in a belief's engine. */
      readonly beliefs: readonly { id: string; fillings: readonly (readonly string[])[] }[];
    }
  | { readonly kind: 'type'; readonly goal: readonly string[]; readonly solution: string }
  | {
      readonly kind: 'parts';
      readonly parts: Readonly<Partial<Record<ReferencePart, string>>>;
      readonly accept: Readonly<Partial<Record<ReferencePart, readonly string[]>>>;
      readonly beliefs: readonly {
        id: string;
        parts: Readonly<Partial<Record<ReferencePart, string>>>;
      }[];
    }
  | {
      readonly kind: 'lab';
      readonly goal: readonly string[];
      readonly never: readonly string[];
      readonly solution: readonly string[];
      readonly hints: readonly Words[];
    }
  | { readonly kind: 'flashcard'; readonly back: Words };

/** The run that shows that the key follows from the engine and that every distractor does not. */
export interface VariantProof {
  readonly engine: string;
  readonly run: readonly (RunStep | OldRunStep)[];
  /** For each belief used: what its engine yields to the same probe. */
  readonly beliefs: readonly { readonly id: string; readonly outcome: string }[];
  readonly outcome: string;
  /** Why the key is true, in the template's own words; null when the run itself is the explanation. */
  readonly explanation: Words | null;
  /** Where the fact comes from. */
  readonly sources: readonly SourceCitation[];
}
