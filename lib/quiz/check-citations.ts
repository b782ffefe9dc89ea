import { parseCitation, type SourceMark } from './citation';
import type { Entry } from './course-file';
import type { TemplateProblem } from './template-problem';
import type { SourceCitation } from './types';

/** The citations of an entry's `source`, and a problem for each that is none. */
export function citationsIn<T extends { readonly source?: readonly string[] | undefined }>(
  { value, problem }: Entry<T>,
  lineCounts: Readonly<Partial<Record<SourceMark, number>>>,
): { readonly sources: readonly SourceCitation[]; readonly problems: readonly TemplateProblem[] } {
  const sources: SourceCitation[] = [];
  const problems: TemplateProblem[] = [];
  (value.source ?? []).forEach((text, i) => {
    const citation = parseCitation(text, lineCounts);
    if (citation.ok) sources.push(citation.value);
    else problems.push(problem(['source', i], citation.error, 'write `S0#41-43` or `S4#54`'));
  });
  return { sources, problems };
}
