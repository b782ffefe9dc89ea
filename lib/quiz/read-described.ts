import { err, ok, type Result } from '../kernel/result';
import { citationsIn } from './check-citations';
import type { SourceMark } from './citation';
import type { EntriesResult, Entry } from './course-file';
import { didYouMean } from './nearest-word';
import type { TemplateProblem } from './template-problem';
import type { SourceCitation } from './types';

/** What the entries of a course file may refer to. */
export interface Describable {
  readonly concepts: ReadonlySet<string>;
  readonly lineCounts: Readonly<Partial<Record<SourceMark, number>>>;
}

/** What every entry has that describes something which bears on concepts. */
interface Described {
  readonly id: string;
  readonly concepts: readonly string[];
  readonly source?: readonly string[] | undefined;
}

/**
 * What entries that describe things have in common: nothing is described twice, the concepts exist, citations lie within their documents. All problems are
 * reported together.
 *
 * @param noun what is described, as a message calls it
 * @param mistakes what else may be wrong with an entry
 * @param made what an entry without mistakes becomes
 */
export function readDescribed<T extends Described, Made>(
  entries: EntriesResult<T>,
  noun: string,
  { concepts, lineCounts }: Describable,
  mistakes: (entry: Entry<T>) => readonly TemplateProblem[],
  made: (value: T, sources: readonly SourceCitation[]) => Made,
): Result<readonly Made[], readonly TemplateProblem[]> {
  if (!entries.ok) return entries;
  const seen = new Set<string>();
  const problems: TemplateProblem[] = [];
  const read = entries.value.map((entry) => {
    const { value, problem } = entry;
    const { id } = value;
    const cited = citationsIn(entry, lineCounts);
    problems.push(...mistakes(entry));
    if (seen.has(id))
      problems.push(
        problem(['id'], `the ${noun} \`${id}\` is described twice`, 'describe it once'),
      );
    seen.add(id);
    problems.push(...unknownConcepts(entry, ['concepts'], value.concepts, concepts));
    problems.push(...cited.problems);
    return made(value, cited.sources);
  });
  return problems.length > 0 ? err(problems) : ok(read);
}

/** A problem for each of the concepts named in a list of an entry that does not exist. */
export function unknownConcepts(
  { problem }: Entry<unknown>,
  list: readonly (string | number)[],
  named: readonly string[],
  concepts: ReadonlySet<string>,
): readonly TemplateProblem[] {
  return named.flatMap((concept, i) =>
    concepts.has(concept)
      ? []
      : [
          problem(
            [...list, i],
            `there is no concept \`${concept}\``,
            didYouMean(concept, concepts),
          ),
        ],
  );
}
