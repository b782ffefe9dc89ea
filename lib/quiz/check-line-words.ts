import { commandPaths, hostPrograms } from '../engine';
import { nearestWord } from './nearest-word';
import type { Complaint } from './parse-parameters';
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

/** Lines that begin with a word that is most likely misspelt. */
export function checkLineWords(template: DraftTemplate): Complaint[] {
  return linesThatRun(template).flatMap(([path, line]) => {
    const found = misspelt(line);
    return found === null ? [] : [{ path, ...found }];
  });
}
