import type { Random } from '../kernel/random';
import type { Parameter, ParameterValue } from './template';
import type { Locale, Words } from './types';

/** The values drawn for one variant, by parameter name. */
export type Assignment = Readonly<Record<string, ParameterValue>>;

/** `\<` keeps a literal `<`; `<name>` is a parameter. */
const pattern = /\\<|<([a-zA-Z][\w-]*)>/g;

/** The names of the parameters in a text, in order of appearance, each once. */
export function parametersIn(text: string): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(pattern)) if (match[1] !== undefined) names.add(match[1]);
  return [...names];
}

/**
 * Finds a value for every parameter: draws those that are drawn, in the order written, then makes those that are made of others. The same random source
 * gives the same values. A parser has checked that no parameter is made of itself (check-derived.ts).
 */
export function drawParameters(parameters: readonly Parameter[], random: Random): Assignment {
  const drawn = new Map<string, ParameterValue>();
  for (const { names, draw } of parameters) {
    switch (draw.kind) {
      case 'rows': {
        const row = random.pick(draw.rows);
        names.forEach((name, i) => drawn.set(name, row[i] ?? ''));
        break;
      }
      case 'distinct': {
        const shuffled = random.shuffle(draw.values);
        names.forEach((name, i) => drawn.set(name, shuffled[i] ?? ''));
        break;
      }
      case 'range': {
        const taken = new Set<number>();
        for (const name of names) {
          let value = draw.from + random.below(draw.to - draw.from + 1);
          while (taken.has(value)) value = value === draw.to ? draw.from : value + 1;
          taken.add(value);
          drawn.set(name, String(value));
        }
        break;
      }
      case 'made':
        for (const name of names) drawn.set(name, draw.value);
        break;
      case 'reckoned':
        break;
    }
  }
  return filledIn(parameters, drawn);
}

/** Puts the values of parameters into one another and reckons what is reckoned. */
function filledIn(
  parameters: readonly Parameter[],
  drawn: ReadonlyMap<string, ParameterValue>,
): Assignment {
  const sums = new Map<string, Extract<Parameter['draw'], { kind: 'reckoned' }>>();
  for (const { names, draw } of parameters) {
    if (draw.kind === 'reckoned') for (const name of names) sums.set(name, draw);
  }
  const values: Record<string, ParameterValue> = {};
  const valueOf = (name: string): ParameterValue => {
    const known = values[name];
    if (known !== undefined) return known;
    const sum = sums.get(name);
    const found = sum === undefined ? made(drawn.get(name) ?? '') : reckon(sum);
    values[name] = found;
    return found;
  };
  const made = (value: ParameterValue): ParameterValue => {
    const texts = typeof value === 'string' ? [value] : [value.ko, value.en];
    const used = texts.flatMap(parametersIn);
    if (used.length === 0) return value;
    const others = Object.fromEntries(used.map((name) => [name, valueOf(name)]));
    if (typeof value === 'string' && Object.values(others).every(isText)) {
      return fillText(value, others);
    }
    const words = typeof value === 'string' ? { ko: value, en: value } : value;
    return { ko: fillLocale(words, 'ko', others), en: fillLocale(words, 'en', others) };
  };
  const reckon = ({ left, sign, right }: { left: string; sign: string; right: string }): string => {
    const a = Number(textOf(made(left)));
    const b = Number(textOf(made(right)));
    return String(sign === '+' ? a + b : sign === '-' ? a - b : a * b);
  };
  for (const name of parameters.flatMap(({ names }) => names)) valueOf(name);
  return values;
}

function isText(value: ParameterValue): value is string {
  return typeof value === 'string';
}

function textOf(value: ParameterValue): string {
  return typeof value === 'string' ? value : value.en;
}

/** How many assignments there are, for telling an author how many variants are possible. */
export function assignmentCount(parameters: readonly Parameter[]): number {
  const arrangements = (from: number, taken: number): number => {
    let count = 1;
    for (let i = 0; i < taken; i++) count *= from - i;
    return count;
  };
  return parameters.reduce((count, { names, draw }) => {
    switch (draw.kind) {
      case 'rows':
        return count * draw.rows.length;
      case 'distinct':
        return count * arrangements(draw.values.length, names.length);
      case 'range':
        return count * arrangements(draw.to - draw.from + 1, names.length);
      case 'made':
      case 'reckoned':
        return count;
    }
  }, 1);
}

/** Puts values in a command, a fact or another text of no language. A parser has checked that every name is declared. */
export function fillText(text: string, values: Assignment): string {
  if (!text.includes('<')) return text;
  return text.replace(pattern, (whole, name: string | undefined) => {
    if (name === undefined) return '<';
    const value = values[name];
    return value === undefined ? whole : textOf(value);
  });
}

/** Puts values in words of one language. */
export function fillLocale(words: Words, locale: Locale, values: Assignment): string {
  const text = words[locale];
  if (!text.includes('<')) return text;
  return text.replace(pattern, (whole, name: string | undefined) => {
    if (name === undefined) return '<';
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : value[locale];
  });
}
