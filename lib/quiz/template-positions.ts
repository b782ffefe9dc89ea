import type { Complaint } from './parse-parameters';
import type { Position, TemplateProblem } from './template-problem';
import type { Path, YamlDocument } from './yaml-document';

/** A complaint at the line where it is to be mended. `raw` is the template as it is written, at `base` of the document. */
export function locate(
  { path, offset, message, instead }: Complaint,
  base: Path,
  document: YamlDocument,
  file: string,
  raw: unknown,
): TemplateProblem {
  const written = writtenPath(path, raw);
  const whole = [...base, ...written];
  const start = offset === undefined ? null : document.textStart(whole);
  if (start !== null && offset !== undefined) {
    return { file, line: start.line, column: start.column + offset, message, instead };
  }
  const last = written.at(-1);
  const position =
    written.length >= 2 &&
    typeof last === 'string' &&
    (written.at(-2) === 'with' || written.at(-2) === 'say')
      ? document.positionOfKey(whole.slice(0, -1), last)
      : document.positionOf(whole);
  return { file, ...position, message, instead };
}

/** A path in the normalised template as it is written: a list of one may be written without the list. */
function writtenPath(path: Complaint['path'], raw: unknown): (string | number)[] {
  const written: (string | number)[] = [];
  let value: unknown = raw;
  for (const key of path) {
    const isList = Array.isArray(value);
    if (typeof key === 'number' && !isList) continue;
    if (typeof value !== 'object' || value === null) break;
    let next: unknown = Reflect.get(value, key);
    let actual = key;
    if (next === undefined && written.at(-1) === 'with') {
      actual = Object.keys(value).find((known) => sameNames(known, String(key))) ?? key;
      next = Reflect.get(value, actual);
    }
    if (next === undefined) break;
    written.push(actual);
    value = next;
  }
  if (typeof value === 'object' && value !== null && 'run' in value) written.push('run');
  return written;
}

function sameNames(a: string, b: string): boolean {
  return a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '');
}

/** The position of every part that is written, by its path in the normalised template. */
export function positionsOf(
  raw: unknown,
  base: Path,
  document: YamlDocument,
): Record<string, Position> {
  const positions: Record<string, Position> = {};
  const walk = (value: unknown, path: readonly string[], real: Path): void => {
    positions[path.join('.')] = document.positionOf(real);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, key], [...real, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(raw, [], base);
  return positions;
}
