import type { SourceMark } from './citation';

/** What a template may refer to. The course's files or the database say what exists. */
export interface Known {
  readonly concepts: ReadonlySet<string>;
  /** Misconceptions that have words. */
  readonly misconceptions: ReadonlySet<string>;
  /** Full names of the catalogue's images: `docker.io/library/nginx:latest`. */
  readonly images: ReadonlySet<string>;
  /** How many lines each source document has. */
  readonly sourceLines: Readonly<Partial<Record<SourceMark, number>>>;
  /** Whether every template must cite a source: true for the course, false in the studio. */
  readonly sourceRequired: boolean;
}
