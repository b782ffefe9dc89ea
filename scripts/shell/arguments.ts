import { Problem } from '../support/problem.mjs';

export const USAGE = `npm run shell                             a terminal on a simulated Docker host
npm run shell -- --images nginx,redis     with these images in its store already
npm run shell -- --seed WORD              with the ids that this seed gives (the same for the same seed)
npm run -s shell -- --session FILE...     run recorded sessions; one JSON object a step on stdout
npm run shell -- --help                   this text`;

/** What was asked for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'sessions'; readonly files: readonly string[] }
  | { readonly kind: 'terminal'; readonly images: readonly string[]; readonly seed: string };

/** Reads the words behind `npm run shell --`. @throws Problem with the usage when they make no sense */
export function readArguments(words: readonly string[]): Asked {
  const misused = (whatHappened: string) =>
    new Problem(whatHappened, USAGE.replaceAll('\n', '\n  '));
  const files: string[] = [];
  const images: string[] = [];
  let seed: string | null = null;
  const rest = words.flatMap((word) => {
    const [, flag, value] = /^(--\w+)=(.*)$/s.exec(word) ?? [];
    return flag === undefined || value === undefined ? [word] : [flag, value];
  });
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined || next === '' || next.startsWith('--'))
        throw misused(`${word} needs a value.`);
      return next;
    };
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--session') {
      files.push(value());
      while (rest[0] !== undefined && !rest[0].startsWith('--')) files.push(value());
    } else if (word === '--images')
      images.push(
        ...value()
          .split(',')
          .filter((name) => name !== ''),
      );
    else if (word === '--seed') seed = value();
    else throw misused(`"${word}" is no option here.`);
  }
  if (files.length === 0) return { kind: 'terminal', images, seed: seed ?? 'drydock' };
  if (images.length > 0 || seed !== null)
    throw misused('A session brings its own images and seed.');
  return { kind: 'sessions', files };
}
