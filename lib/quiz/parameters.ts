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

/** Draws a value for every parameter. The same random source gives the same values. */
export function drawParameters(parameters: readonly Parameter[], random: Random): Assignment {
  const values: Record<string, ParameterValue> = {};
  for (const { names, draw } of parameters) {
    switch (draw.kind) {
      case 'rows': {
        const row = random.pick(draw.rows);
        names.forEach((name, i) => (values[name] = row[i] ?? ''));
        break;
      }
      case 'distinct': {
        const shuffled = random.shuffle(draw.values);
        names.forEach((name, i) => (values[name] = shuffled[i] ?? ''));
        break;
      }
      case 'range': {
        const drawn = new Set<number>();
        for (const name of names) {
          let value = draw.from + random.below(draw.to - draw.from + 1);
          while (drawn.has(value)) value = value === draw.to ? draw.from : value + 1;
          drawn.add(value);
          values[name] = String(value);
        }
        break;
      }
    }
  }
  return values;
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
    }
  }, 1);
}

/** Puts values in a command, a fact or another text of no language. A parser has checked that every name is declared. */
export function fillText(text: string, values: Assignment): string {
  return text.replace(pattern, (whole, name: string | undefined) => {
    if (name === undefined) return '<';
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : value.en;
  });
}

/** Puts values in words of one language. */
export function fillLocale(words: Words, locale: Locale, values: Assignment): string {
  return words[locale].replace(pattern, (whole, name: string | undefined) => {
    if (name === undefined) return '<';
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : value[locale];
  });
}
