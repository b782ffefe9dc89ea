import type { Change } from './edit-script';

/** A text as diff reads it: its lines, and whether the last one ends. */
export interface Text {
  readonly lines: readonly string[];
  readonly ends: boolean;
}

type Range = readonly [from: number, to: number];

function written(text: Text, mark: string, [from, to]: Range): string {
  let out = '';
  for (let at = from; at < to; at++) {
    const isOpen = !text.ends && at === text.lines.length - 1;
    out += `${mark}${text.lines[at] ?? ''}\n${isOpen ? '\\ No newline at end of file\n' : ''}`;
  }
  return out;
}

/** The default format of POSIX diff: `2,3c2,3`, lines of the left behind `<`, of the right behind `>`. */
export function normalFormat(left: Text, right: Text, changes: readonly Change[]): string {
  const shown = ([from, to]: Range): string => (to - from < 2 ? String(to) : `${from + 1},${to}`);
  return changes
    .map((change) => {
      const [before, after] = [
        written(left, '< ', change.left),
        written(right, '> ', change.right),
      ];
      const letter = before === '' ? 'a' : after === '' ? 'd' : 'c';
      const between = letter === 'c' ? '---\n' : '';
      return `${shown(change.left)}${letter}${shown(change.right)}\n${before}${between}${after}`;
    })
    .join('');
}

/** The unified format without its head: `@@ -1,3 +1,4 @@` and the lines with `context` unchanged ones around them. */
export function unifiedFormat(
  left: Text,
  right: Text,
  groups: readonly (readonly Change[])[],
  context: number,
): string {
  const shown = ([from, to]: Range): string =>
    to - from === 1 ? String(to) : `${to === from ? from : from + 1},${to - from}`;
  return groups
    .map((group) => {
      const [first, last] = [group[0], group.at(-1)];
      if (!first || !last) return '';
      const above = Math.min(context, first.left[0], first.right[0]);
      const below = Math.min(
        context,
        left.lines.length - last.left[1],
        right.lines.length - last.right[1],
      );
      const end = last.left[1] + below;
      let at = first.left[0] - above;
      let out = `@@ -${shown([at, end])} +${shown([first.right[0] - above, last.right[1] + below])} @@\n`;
      for (const change of group) {
        out += written(left, ' ', [at, change.left[0]]);
        out += written(left, '-', change.left) + written(right, '+', change.right);
        [, at] = change.left;
      }
      return out + written(left, ' ', [at, end]);
    })
    .join('');
}

/** Changes that are told together: those with no more than twice the context between them. */
export function grouped(changes: readonly Change[], context: number): readonly Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && change.left[0] - before.left[1] <= 2 * context) group.push(change);
    else groups.push([change]);
  }
  return groups;
}
