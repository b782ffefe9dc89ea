import { changeGroups, type ChangeGroup } from './change-groups';
import type { Change } from './changes-between';
import { englishClause } from './english-clause';
import { koreanClause } from './korean-clause';

/** So many things are told of one step; the rest is counted. */
const told = 3;

/**
 * What a step changed, in one sentence; also when it changed nothing that is drawn. Names stand between backticks. In Korean a particle never
 * follows a name, whose reading nobody may know, but always a word of ours.
 */
export function sentenceOf(
  changes: readonly Change[],
  command: { readonly exitCode: number },
  locale: 'ko' | 'en',
): string {
  // How an image is listed follows from what befell it; only alone is it worth words.
  const worth = changes.filter(({ kind }) => kind !== 'image-shown');
  const groups = changeGroups(worth.length > 0 ? worth : changes);
  const shown = groups.length > told + 1 ? groups.slice(0, told) : groups;
  const rest = groups.slice(shown.length).reduce((sum, { names }) => sum + names.length, 0);
  return locale === 'ko' ? korean(shown, rest, command) : english(shown, rest, command);
}

function korean(
  groups: readonly ChangeGroup[],
  rest: number,
  { exitCode }: { readonly exitCode: number },
): string {
  if (groups.length === 0)
    return exitCode === 0
      ? '그림에서 바뀐 것은 없어요.'
      : '명령이 실패했고, 그림에서 바뀐 것은 없어요.';
  const clauses = groups.map(koreanClause);
  const links = clauses.slice(0, -1).map(({ stem, link }) => `${stem}${link}, `);
  const last = clauses.at(-1);
  if (last === undefined) return '';
  if (rest === 0) return `${links.join('')}${last.stem}${last.end}.`;
  return `${links.join('')}${last.stem}${last.link}, 그 밖에 ${rest}가지가 더 바뀌었어요.`;
}

function english(
  groups: readonly ChangeGroup[],
  rest: number,
  { exitCode }: { readonly exitCode: number },
): string {
  if (groups.length === 0)
    return exitCode === 0
      ? 'Nothing in the picture changed.'
      : 'The command failed, and nothing in the picture changed.';
  const clauses = groups.map(englishClause);
  if (rest > 0) clauses.push(rest === 1 ? 'one more thing changed' : `${rest} more things changed`);
  const joined =
    clauses.length === 1
      ? (clauses[0] ?? '')
      : clauses.length === 2
        ? clauses.join(', and ')
        : `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1) ?? ''}`;
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}
