import type { KillRow } from '../../lib/quiz/kill-matrix';
import type { Readings } from '../../lib/quiz/korean';
import type { Template } from '../../lib/quiz/template';
import type { TemplateProof } from '../../lib/quiz/template-proof';

/** What became of one template. */
export interface ProvedTemplate {
  readonly proof: TemplateProof;
  /** Null for flashcards, and when no matrix was asked for. */
  readonly row: KillRow | null;
}

/** What a worker is started with. */
export interface WorkerTask {
  readonly readings: Readings;
  readonly seeds: number;
  readonly matrix: boolean;
}

/** One template to prove; `index` is its place in the bank. */
export interface WorkerJob {
  readonly index: number;
  readonly template: Template;
}

/** What is sent back for a job. */
export interface WorkerAnswer extends ProvedTemplate {
  readonly index: number;
}
