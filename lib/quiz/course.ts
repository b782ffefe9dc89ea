import type { SourceMark } from './citation';
import type { SourceCitation, Words } from './types';

/** One idea of the source documents, in the order of teaching. */
export interface Concept {
  readonly id: string;
  readonly title: Words;
  /** The one sentence to know. */
  readonly statement: Words;
  /** A short paragraph. */
  readonly text: Words;
  /** Concepts to know first. */
  readonly needs: readonly string[];
  readonly sources: readonly SourceCitation[];
}

/** The words of a misconception that the engine, or the reading of names, implements. */
export interface MisconceptionWords {
  readonly id: string;
  readonly belief: Words;
  readonly answer: Words;
  readonly concepts: readonly string[];
  readonly sources: readonly SourceCitation[];
}

/** A word of the field. */
export interface GlossaryTerm {
  readonly id: string;
  readonly term: Words;
  /** Other ways to say it, by language. */
  readonly also: Readonly<Record<'ko' | 'en', readonly string[]>>;
  /** One or two sentences. */
  readonly text: Words;
  /** The docker command that goes with it. */
  readonly command: string | null;
  readonly concepts: readonly string[];
  readonly sources: readonly SourceCitation[];
}

/** A command that a source document shows. */
export interface SourceCommand {
  /** As it stands there, placeholders and all. */
  readonly shown: string;
  /** The words it begins with, in every way to write them: `docker image rm`, `docker rmi`. */
  readonly forms: readonly string[];
}

/** What some lines of a source document say, in our words. */
export interface SourceStatement {
  readonly from: number;
  readonly to: number;
  readonly words: Words;
  /** The concepts that teach it; empty for an aside. */
  readonly concepts: readonly string[];
  /** Why nothing teaches it; null for a statement that is taught. */
  readonly aside: string | null;
  readonly commands: readonly SourceCommand[];
  /** A kind correction where the source is loose. */
  readonly note: Words | null;
}

/** A source document with everything it says. */
export interface SourceDocument {
  readonly source: SourceMark;
  /** The document's own file name. */
  readonly file: string;
  readonly lineCount: number;
  /** By line, without overlaps. */
  readonly statements: readonly SourceStatement[];
}
