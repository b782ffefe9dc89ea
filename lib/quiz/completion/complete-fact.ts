import {
  isFactName,
  signatureOf,
  vocabulary,
  type ArgumentKind,
  type FactName,
  type FactType,
} from '../facts/fact';
import type { CommandNames } from './names-of-commands';
import type { Step } from './scan-yaml';

/** One thing that may be written in a fact. */
export interface FactOffer {
  readonly label: string;
  readonly kind: 'fact' | 'value';
  readonly info: string;
  readonly insert: string;
}

/** In which key of which kind facts stand. */
const places: Readonly<Record<string, readonly string[]>> = {
  choice: ['see'],
  several: ['statements'],
  order: ['goal'],
  blanks: ['goal'],
  type: ['goal'],
  lab: ['goal', 'never'],
  flashcard: ['holds'],
};

/** Whether the text at this path of a template is a fact. @param path from the template's own keys on */
export function isFactPlace([kind, key, ...rest]: readonly Step[]): boolean {
  return (
    typeof kind === 'string' &&
    typeof key === 'string' &&
    places[kind]?.includes(key) === true &&
    !rest.includes('say')
  );
}

const facts = Object.keys(vocabulary).filter(isFactName);
const states = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
/** The texts that a fact may yield, where they are few. */
const values: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  state: [...states, 'absent'],
  'restart-policy': ['no', 'always', 'unless-stopped', 'on-failure'],
};

/**
 * What may be written at the end of a fact that somebody is writing, in the place of its last word: facts, what an argument may name, what a fact is compared with.
 * None where a text of the author's own stands: a path, words, a port.
 *
 * @param fact as far as it is written
 * @param names what the commands of the template make
 */
export function completeFact(fact: string, names: CommandNames): readonly FactOffer[] {
  const before = fact.replace(/[^\s(),"=!<>]*$/, '');
  const call = openCall(before);
  if (call !== null) return argumentOffers(signatureOf(call.name).takes[call.argument], names);
  const compared = /([\w-]+)\([^()]*\)\s*(?:==|!=)\s*$/.exec(before)?.[1];
  if (compared !== undefined && isFactName(compared)) {
    const known = values[compared];
    if (known !== undefined) return known.map(plain);
    return signatureOf(compared).yields === 'image' ? factOffers('image') : [];
  }
  if (!/(?:^|\(|\b(?:and|or|not)\s)\s*$/.test(before)) return [];
  return factOffers();
}

/** The innermost call that is not closed yet, and which of its arguments is next; null outside of any. */
function openCall(text: string): { readonly name: FactName; readonly argument: number } | null {
  const open: { readonly name: string; argument: number }[] = [];
  for (const [token, name] of text.matchAll(/"[^"]*"?|([\w-]*)\(|\)|,/g)) {
    const top = open.at(-1);
    if (name !== undefined) open.push({ name, argument: 0 });
    else if (token === ')') open.pop();
    else if (token === ',' && top !== undefined) top.argument += 1;
  }
  const top = open.at(-1);
  return top !== undefined && isFactName(top.name)
    ? { name: top.name, argument: top.argument }
    : null;
}

function argumentOffers(
  kind: ArgumentKind | undefined,
  { containers, images, volumes, networks }: CommandNames,
): readonly FactOffer[] {
  switch (kind) {
    case 'container':
      return containers.map(plain);
    case 'image':
      return images.map(plain);
    case 'volume':
      return volumes.map(plain);
    case 'network':
      return networks.map(plain);
    case 'thing':
      return [...containers, ...images, ...volumes].map(plain);
    case 'registry':
      return [plain('docker.io')];
    case 'list':
      return factOffers('list');
    case 'port':
    case 'path':
    case 'host-path':
    case 'words':
    case 'variable':
    case undefined:
      return [];
  }
}

function plain(label: string): FactOffer {
  return { label, kind: 'value', info: '', insert: label };
}

/** All facts, or those that yield this. Each is explained by its example and begun with its bracket. */
function factOffers(yields?: FactType): readonly FactOffer[] {
  return facts.flatMap((label) => {
    const { takes, yields: own, example } = signatureOf(label);
    const insert = `${label}(${takes.length === 0 ? ')' : ''}`;
    return yields === undefined || own === yields
      ? [{ label, kind: 'fact', info: example, insert } as const]
      : [];
  });
}
