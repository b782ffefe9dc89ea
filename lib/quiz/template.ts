import type { Kind, ReferencePart, SourceCitation, Words } from './types';
import type { Position, TemplateProblem } from './template-problem';

/** A parameter's value: a text for commands and words, or words in both languages for prompts only. `<name>` in it is another parameter. */
export type ParameterValue = string | Words;

/** How a value is found for one or several parameters. */
export interface Parameter {
  readonly names: readonly string[];
  readonly draw:
    /** One row is drawn; its values go to the names in order. */
    | { readonly kind: 'rows'; readonly rows: readonly (readonly ParameterValue[])[] }
    /** Each name draws from the same values, without repetition. */
    | { readonly kind: 'distinct'; readonly values: readonly ParameterValue[] }
    /** An integer, both ends included. */
    | { readonly kind: 'range'; readonly from: number; readonly to: number }
    /** Nothing is drawn: the value is made of other parameters, `localhost:<port>`. */
    | { readonly kind: 'made'; readonly value: ParameterValue }
    /** Nothing is drawn: the value is reckoned from numbers or other parameters, `<port> + 1`. */
    | {
        readonly kind: 'reckoned';
        readonly left: string;
        readonly sign: '+' | '-' | '*';
        readonly right: string;
      };
}

/** A setup command. `fails`: it must exit with another code than 0. `hidden`: shown only with the verdict. */
export interface GivenStep {
  readonly run: string;
  readonly fails: boolean;
  readonly hidden: boolean;
}

/** What a choice question asks of the engine. */
export type Probe =
  /** Labels of yes/no facts; the outcome names the true ones. */
  | {
      readonly kind: 'labels';
      readonly facts: readonly { readonly label: string; readonly fact: string }[];
    }
  /** One fact; a yes/no fact makes a yes/no question. */
  | { readonly kind: 'fact'; readonly fact: string; readonly yesNo: boolean };

/** A line of `say`: an outcome (with parameters) and its words. `*` stands for every other outcome. */
export interface Saying {
  readonly outcome: string;
  readonly words: Words;
}

/**
 * A fact that a learner reads: a goal of a hands-on question, what may not happen in it, a statement that holds or does not. `say`: its
 * words; null: those that the fact has of its own.
 */
export interface SaidFact {
  readonly fact: string;
  readonly say: Words | null;
}

/** A file of the host that is written from lines in an order, and the lines of a terminal that follow. */
export interface OrderedFile {
  readonly path: string;
  readonly then: readonly string[];
}

/** What stands in each gap of a line, by the gap's name. */
export type Filling = Readonly<Record<string, string>>;

export type TemplateBody =
  | {
      readonly kind: 'choice';
      readonly see: Probe;
      readonly say: readonly Saying[];
      readonly beliefs: readonly string[];
    }
  | {
      readonly kind: 'several';
      readonly statements: readonly SaidFact[];
      readonly beliefs: readonly string[];
    }
  | { readonly kind: 'predict'; readonly see: string; readonly beliefs: readonly string[] }
  | {
      readonly kind: 'order';
      /** Lines of a terminal, or of `file`. */
      readonly steps: readonly string[];
      /** The file that the steps are the lines of, and what is run with it; left out, the steps themselves are run. */
      readonly file?: OrderedFile;
      readonly goal: readonly string[];
      readonly beliefs: readonly string[];
    }
  | {
      readonly kind: 'blanks';
      /** A docker command in which `[name]` is a gap. */
      readonly line: string;
      readonly goal: readonly string[];
      readonly solution: Filling;
      /** Each whole: what the template leaves out stands in the solution. */
      readonly wrong: readonly Filling[];
      readonly beliefs: readonly string[];
    }
  | {
      readonly kind: 'type';
      readonly goal: readonly string[];
      readonly solution: string;
      readonly wrong: readonly string[];
    }
  | {
      readonly kind: 'parts';
      readonly reference: string;
      readonly ask: readonly ReferencePart[];
      readonly beliefs: readonly string[];
    }
  | {
      readonly kind: 'lab';
      readonly goal: readonly SaidFact[];
      readonly never: readonly SaidFact[];
      readonly solution: readonly string[];
      readonly wrong: readonly (readonly string[])[];
      readonly hints: readonly Words[];
    }
  | { readonly kind: 'flashcard'; readonly back: Words; readonly holds: readonly string[] };

/** The misconceptions that a template lists. */
export function beliefsOf(body: TemplateBody): readonly string[] {
  return 'beliefs' in body ? body.beliefs : [];
}

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** A question as written, checked and normalised. Plain JSON. */
export interface Template {
  readonly id: string;
  readonly conceptId: string;
  readonly kind: Kind;
  readonly parameters: readonly Parameter[];
  /** Images in the local store at the start; null: those that the commands name and do not pull. */
  readonly images: readonly string[] | null;
  readonly given: readonly GivenStep[];
  readonly do: readonly string[];
  /** Null: the kind's own wording. */
  readonly ask: Words | null;
  readonly body: TemplateBody;
  readonly explain: Words | null;
  readonly difficulty: Difficulty;
  readonly sources: readonly SourceCitation[];
  readonly file: string;
  /** The template as written, alone. */
  readonly yaml: string;
  /** Where each part is written, by dotted path (`choice.beliefs.0`); `''` is the template itself. */
  readonly positions: Readonly<Record<string, Position>>;
}

/** Where a part of a template is written: the position of its path or of the nearest part that contains it. */
export function positionIn(template: Template, path: string): Position {
  for (
    let part = path;
    part !== '';
    part = part.includes('.') ? part.slice(0, part.lastIndexOf('.')) : ''
  ) {
    const position = template.positions[part];
    if (position !== undefined) return position;
  }
  return template.positions[''] ?? { line: 1, column: 1 };
}

/** What is wrong with a part of a template, at the line where it is written. */
export function problemAt(
  template: Template,
  path: string,
  message: string,
  instead: string,
): TemplateProblem {
  return { file: template.file, ...positionIn(template, path), message, instead };
}
