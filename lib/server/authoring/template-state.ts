/**
 * How a studio template stands: never published; published as it is; published, and the draft says something else by
 * now; published, and not proved by the engine of today, so that nobody is asked it; retired.
 */
export type TemplateState = 'draft' | 'published' | 'edited' | 'failed' | 'retired';

/** The state of a row. `publishedSource` is the text of the newest version, null without one. */
export function templateState(row: {
  readonly retired: boolean;
  readonly draft: string | null;
  readonly publishedSource: string | null;
  /** Whether the newest version was proved again by this engine, and was not proved. */
  readonly failed: boolean;
}): TemplateState {
  if (row.retired) return 'retired';
  if (row.publishedSource === null) return 'draft';
  if (row.failed) return 'failed';
  return row.draft === row.publishedSource ? 'published' : 'edited';
}
