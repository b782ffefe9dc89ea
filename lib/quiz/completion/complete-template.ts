import type { JsonSchema } from '../schema/json-schema';
import { completeFact, isFactPlace } from './complete-fact';
import { namesOfCommands } from './names-of-commands';
import { YamlScan, type Step } from './scan-yaml';
import { excludedKeys, schemasAt } from './schemas-at';

/** One thing that may be written. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'parameter' | 'fact';
  /** What it means; '' when nothing is told of it. */
  readonly info: string;
  /** What is put in the place of the word. */
  readonly insert: string;
}

/** What may be written in the place of the word from `from` to `to`, the most wanted first. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** What the completions are taken from. */
export interface CompletionSource {
  /** The published schema of templates: its keys, their descriptions and its enumerations. */
  readonly schema: JsonSchema;
  /** What the ids of concepts and misconceptions mean, in the author's language. */
  readonly words: ReadonlyMap<string, string>;
}

const word = /^[\w.+-]*$/;

function same(one: readonly Step[], other: readonly Step[]): boolean {
  return one.length === other.length && one.every((step, i) => step === other[i]);
}

/**
 * What may be written at a place of a template that somebody is writing: keys of the mapping there, values of an enumeration, what a fact is made of, or, after `<`, the
 * parameters of the template. Null where nothing is known.
 *
 * @param offset in UTF-16 units, as editors count
 * @param asked whether the author asked for it; while one only types, no keys are offered before their first letter and none where a plain text may stand
 */
export function completeTemplate(
  text: string,
  offset: number,
  { schema, words }: CompletionSource,
  asked = true,
): Completions | null {
  const before = text.slice(0, offset);
  const { ending } = new YamlScan(before);
  if (ending === null) return null;
  const { keys } = new YamlScan(text);
  const keysAt = (path: readonly Step[], besides?: number): readonly string[] =>
    keys.flatMap(({ path: at, key, at: from }) =>
      from !== besides && same(at, path) ? [key] : [],
    );
  const to = offset + (/^[\w.+-]*/.exec(text.slice(offset))?.[0].length ?? 0);

  const depth = typeof ending.path[0] === 'number' ? 1 : 0;
  const parameter = /(?<!\\)<([\w-]*)$/.exec(before)?.[1];
  if (parameter !== undefined) {
    const template = ending.path.slice(0, depth);
    const names = keysAt([...template, 'with']).flatMap((list) => list.split(','));
    const close = text[to] === '>' ? '' : '>';
    return found(
      offset - parameter.length,
      to,
      names.map((name) => ({
        label: name.trim(),
        kind: 'parameter',
        info: '',
        insert: `${name.trim()}${close}`,
      })),
    );
  }

  const { role, path, from } = ending;
  const quoted = role === 'text' && /["']/.test(text[from] ?? '');
  const typed = before.slice(quoted ? from + 1 : from);
  if (role !== 'key' && (role !== 'text' || quoted) && isFactPlace(path.slice(depth))) {
    const last = /[^\s(),"'=!<>]*$/.exec(typed)?.[0] ?? '';
    // Between two facts nothing is said before somebody begins one; what an argument or a comparison wants is clear.
    const wanted = asked || last !== '' || /[(,=]\s*$/.test(typed);
    const end = offset + (/^[\w.+/:-]*/.exec(text.slice(offset))?.[0].length ?? 0);
    const names = namesOfCommands(ownText(text, path[0], keys));
    const offers = wanted ? completeFact(typed, names) : [];
    if (offers.length > 0) return found(offset - last.length, end, offers);
  }
  if (role === 'text' || !word.test(typed)) return null;
  const schemas = schemasAt(schema, path);
  const mayBeText = role === 'either' && schemas.some(isPlainText);
  const offerKeys = role !== 'value' && (asked || (typed !== '' && !mayBeText));
  const written = new Set(keysAt(path, from));
  const colon = /^ *:/.test(text.slice(to)) ? '' : ': ';
  return found(from, to, [
    ...(offerKeys ? schemas.flatMap((each) => keysOf(each, written, colon)) : []),
    ...(role === 'key' ? [] : schemas.flatMap((each) => valuesOf(each, words))),
  ]);
}

/** The text of one template of a list; of a text that is one template all of it. */
function ownText(text: string, place: Step | undefined, keys: YamlScan['keys']): string {
  if (typeof place !== 'number') return text;
  const begin = (index: number) => keys.find(({ path }) => path[0] === index)?.at;
  return text.slice(begin(place), begin(place + 1));
}

function found(from: number, to: number, options: readonly Completion[]): Completions | null {
  const once = options.filter(
    ({ label }, i) => options.findIndex((other) => other.label === label) === i,
  );
  return once.length === 0 ? null : { from, to, options: once };
}

function isPlainText({ type, enum: values }: JsonSchema): boolean {
  return (
    values === undefined && (type === 'string' || (Array.isArray(type) && type.includes('string')))
  );
}

/** The keys that a mapping of this schema may still have, the required ones first. */
function keysOf(
  schema: JsonSchema,
  written: ReadonlySet<string>,
  colon: string,
): readonly Completion[] {
  const excluded = excludedKeys(schema, written);
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {}).filter(
    ([key]) => !written.has(key) && !excluded.has(key),
  );
  return [
    ...entries.filter(([key]) => required.has(key)),
    ...entries.filter(([key]) => !required.has(key)),
  ].map(([label, part]) => ({
    label,
    kind: 'key',
    info: typeof part === 'object' ? (part.description ?? '') : '',
    insert: `${label}${colon}`,
  }));
}

function valuesOf(schema: JsonSchema, words: CompletionSource['words']): readonly Completion[] {
  return (schema.enum ?? []).map(String).map((label) => ({
    label,
    kind: 'value',
    info: words.get(label) ?? '',
    insert: label,
  }));
}
