import { commandPaths, hostPrograms } from '../engine';
import { lineWith, readBlankLine } from './blank-line';
import { nearestWord } from './nearest-word';
import type { Complaint } from './parse-parameters';
import { exampleAt } from './schema/key-words';
import { templateKeys } from './schema/template-keys';
import type { TemplateBody } from './template';
import type { ComplaintPath, DraftTemplate } from './template-texts';

/** The words that docker commands begin with: `run`, `image`, `network`. */
const dockerWords = new Set(
  Object.entries(commandPaths).flatMap(([name, paths]) =>
    [name, ...paths.split(',')].map((path) => path.trim().split(' ')[0] ?? ''),
  ),
);

/** What the shell itself does, and words that join commands. */
const shellWords =
  'cd export unset set read test exit alias source eval exec type command wait if for while until case time'.split(
    ' ',
  );
const programs = new Set([...hostPrograms, ...shellWords]);

/** A misspelt program, or a docker command that does not exist, at the beginning of a line; null when nothing is known against it. */
function misspelt(line: string): Pick<Complaint, 'message' | 'instead' | 'offset'> | null {
  const [, indent = '', first = '', gap = '', second = ''] =
    /^(\s*)(\S+)(\s*)(\S*)/.exec(line) ?? [];
  if (!programs.has(first)) {
    const meant = nearestWord(first, hostPrograms);
    // A short word is near to many others; a longer one is most likely misspelt.
    if (meant === null || first.length < 4 || !/^[a-z]+$/.test(first)) return null;
    return {
      offset: indent.length,
      message: `there is no command \`${first}\``,
      instead: `did you mean "${meant}"?`,
    };
  }
  if (first !== 'docker' || !/^[a-z]+$/.test(second) || dockerWords.has(second)) return null;
  const meant = nearestWord(second, dockerWords);
  return {
    offset: indent.length + first.length + gap.length,
    message: `docker has no command \`${second}\``,
    instead: meant === null ? 'see `docker --help`' : `did you mean "docker ${meant}"?`,
  };
}

/** What YAML means as a number, a truth value or nothing. */
const valuePattern = /^(?:[-+]?\.?\d\S*|[-+]?\.inf|\.nan|null|~|yes|no|on|off|true|false)$/i;

/** A line that is a value alone, as `given: 5` has it; null for all others. */
function valueAlone(path: ComplaintPath, line: string): Complaint | null {
  const value = line.trim();
  if (!valuePattern.test(value) || programs.has(value)) return null;
  const mayBeLeftOut = path[0] === 'given' || path[0] === 'do';
  return {
    path,
    message: `\`${value}\` is a value, not a command`,
    instead: `write \`${exampleAt(templateKeys, path)}\`${mayBeLeftOut ? `, or leave \`${path[0]}\` out` : ''}`,
  };
}

/** A misspelt word of a command with gaps: in the line itself, or in the filling of the gap that it begins in. */
function misspeltInBlanks({
  line,
  solution,
}: Extract<TemplateBody, { kind: 'blanks' }>): Complaint[] {
  const found = misspelt(lineWith(line, solution));
  if (found === null) return [];
  const { offset = 0, ...words } = found;
  const { pieces, gaps } = readBlankLine(line);
  let end = 0;
  for (const [i, gap] of gaps.entries()) {
    end += pieces[i]?.length ?? 0;
    if (offset < end) break;
    end += solution[gap]?.length ?? 0;
    if (offset < end) return [{ path: ['blanks', 'solution', gap], ...words }];
  }
  return [{ path: ['blanks', 'line'], ...found }];
}

/** The lines that must run at the host's shell and need not be docker commands: there a value alone is a slip. What is typed later in a lab may answer a question. */
function freeLines(lines: readonly (readonly [ComplaintPath, string])[], body: TemplateBody) {
  const first = lines.filter(
    ([path]) => path[0] !== 'type' && (path[0] !== 'lab' || path[2] === 0),
  );
  return body.kind === 'lab'
    ? [
        ...first,
        ...body.wrong.map((attempt, i) => [['lab', 'wrong', i, 0], attempt[0] ?? ''] as const),
      ]
    : first;
}

/** The lines that must run: wrong attempts, and steps that are marked to fail, may be nonsense. */
function linesThatRun({
  given,
  do: doing,
  body,
}: DraftTemplate): readonly [ComplaintPath, string][] {
  const listed = (path: ComplaintPath, lines: readonly string[]): [ComplaintPath, string][] =>
    lines.map((line, i) => [[...path, i], line]);
  return [
    ...given.flatMap(({ run, fails }, i): [ComplaintPath, string][] =>
      fails ? [] : [[['given', i], run]],
    ),
    ...listed(['do'], doing),
    ...(body.kind === 'predict'
      ? [[['predict', 'see'], body.see] satisfies [ComplaintPath, string]]
      : []),
    ...(body.kind === 'order'
      ? body.file === undefined
        ? listed(['order', 'steps'], body.steps)
        : listed(['order', 'then'], body.file.then)
      : []),
    ...(body.kind === 'type'
      ? [[['type', 'solution'], body.solution] satisfies [ComplaintPath, string]]
      : []),
    ...(body.kind === 'lab' ? listed(['lab', 'solution'], body.solution) : []),
  ];
}

/** Lines that begin with a word that is most likely misspelt, and values that stand where a line is expected. */
export function checkLineWords(template: DraftTemplate): Complaint[] {
  const { body } = template;
  const lines = linesThatRun(template);
  return [
    ...lines.flatMap(([path, line]) => {
      const found = misspelt(line);
      return found === null ? [] : [{ path, ...found }];
    }),
    ...(body.kind === 'blanks' ? misspeltInBlanks(body) : []),
    ...freeLines(lines, body).flatMap(([path, line]) => valueAlone(path, line) ?? []),
  ];
}
