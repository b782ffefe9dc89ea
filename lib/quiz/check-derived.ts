import { didYouMean } from './nearest-word';
import { parametersIn } from './parameters';
import type { Complaint } from './parse-parameters';
import type { Parameter, ParameterValue } from './template';

const textsOf = (value: ParameterValue): readonly string[] =>
  typeof value === 'string' ? [value] : [value.ko, value.en];

/** The values that a name of a parameter can have, with `<name>` in them for other parameters; those of a range and of a sum are numbers and not listed. */
function valuesOf({ names, draw }: Parameter, name: string): readonly ParameterValue[] {
  switch (draw.kind) {
    case 'rows':
      return draw.rows.map((row) => row[names.indexOf(name)] ?? '');
    case 'distinct':
      return draw.values;
    case 'made':
      return [draw.value];
    case 'range':
    case 'reckoned':
      return [];
  }
}

/** The other parameters that a name's value is made of. */
function usedBy(parameter: Parameter, name: string): readonly string[] {
  const { draw } = parameter;
  const texts =
    draw.kind === 'reckoned'
      ? [draw.left, draw.right]
      : valuesOf(parameter, name).flatMap((value) => textsOf(value));
  return [...new Set(texts.flatMap(parametersIn))];
}

/** Every parameter by its names. */
export function byName(parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> {
  return new Map(
    parameters.flatMap((parameter) => parameter.names.map((name) => [name, parameter])),
  );
}

/** The names that other parameters' values are made of. */
export function usedInParameters(parameters: readonly Parameter[]): ReadonlySet<string> {
  return new Set(
    parameters.flatMap((parameter) => parameter.names.flatMap((name) => usedBy(parameter, name))),
  );
}

/** Whether a parameter's value is words in two languages, of its own or by what it is made of. */
export function isInWords(
  name: string,
  declared: ReadonlyMap<string, Parameter>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  const parameter = declared.get(name);
  if (parameter === undefined || seen.has(name)) return false;
  return (
    valuesOf(parameter, name).some((value) => typeof value !== 'string') ||
    usedBy(parameter, name).some((used) => isInWords(used, declared, new Set([...seen, name])))
  );
}

/** The way from a parameter back to itself through what it is made of, or null. */
function circleOf(
  name: string,
  declared: ReadonlyMap<string, Parameter>,
  way: readonly string[] = [],
): readonly string[] | null {
  const parameter = declared.get(name);
  if (parameter === undefined) return null;
  if (way.includes(name)) return name === way[0] ? [...way, name] : null;
  for (const used of usedBy(parameter, name)) {
    const circle = circleOf(used, declared, [...way, name]);
    if (circle !== null) return circle;
  }
  return null;
}

/** Whether every value of a parameter is a number. */
function isNumber(name: string, declared: ReadonlyMap<string, Parameter>): boolean {
  const parameter = declared.get(name);
  if (parameter === undefined) return true;
  const { draw } = parameter;
  if (draw.kind === 'range' || draw.kind === 'reckoned') return true;
  return valuesOf(parameter, name).every(
    (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  );
}

/** Parameters that are made of others: of such as are not declared, of themselves, or reckoned from what is no number. */
export function checkDerived(parameters: readonly Parameter[]): Complaint[] {
  const declared = byName(parameters);
  const complaints: Complaint[] = [];
  for (const parameter of parameters) {
    const path = ['with', parameter.names.join(', ')];
    for (const name of parameter.names) {
      for (const used of usedBy(parameter, name)) {
        if (declared.has(used)) continue;
        complaints.push({
          path,
          message: `\`${name}\` is made of \`<${used}>\`, which is not declared`,
          instead: `${didYouMean(used, declared.keys())}; a literal < is written \\<`,
        });
      }
      const circle = circleOf(name, declared);
      if (circle !== null) {
        complaints.push({
          path,
          message: `\`${name}\` is made of itself: ${circle.map((step) => `<${step}>`).join(' → ')}`,
          instead: 'let one of them be drawn: a list or a range',
        });
      }
    }
    const { draw } = parameter;
    if (draw.kind !== 'reckoned') continue;
    for (const used of [draw.left, draw.right].flatMap(parametersIn)) {
      if (isNumber(used, declared)) continue;
      complaints.push({
        path,
        message: `\`<${used}>\` is not a number in every variant, so nothing can be reckoned with it`,
        instead: 'reckon with a range or with a list of numbers',
      });
    }
  }
  return complaints;
}
