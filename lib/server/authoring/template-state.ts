/**
 * How a studio template stands: never published; published as it is; published, and the draft says something else by
 * now; retired.
 */
export type TemplateState = 'draft' | 'published' | 'edited' | 'retired';

/** The state of a row. `publishedSource` is the text of the newest version, null without one. */
export function templateState(row: {
  readonly retired: boolean;
  readonly draft: string | null;
  readonly publishedSource: string | null;
}): TemplateState {
  if (row.retired) return 'retired';
  if (row.publishedSource === null) return 'draft';
  return row.draft === row.publishedSource ? 'published' : 'edited';
}
