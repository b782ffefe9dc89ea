import { Problem } from '../support/problem.mjs';

export const USAGE = `npm run engine                              the sandboxes of the database, each at its key
npm run engine -- --open                    one sandbox without a key, for tools and test suites; needs no database
npm run engine -- --open --images a,b       with these images in its store already
npm run engine -- --open --seed WORD        with the ids that this seed gives (the same for the same seed)
npm run engine -- --open --jump             waits cost no real time: the clock stands still and jumps when somebody waits
npm run engine -- --port N                  on another port than 2375
npm run engine -- --help                    this text`;

/** What was asked for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'stored'; readonly port: number | null }
  | {
      readonly kind: 'open';
      readonly port: number | null;
      readonly images: readonly string[];
      readonly seed: string;
      readonly jumps: boolean;
    };

/** Reads the words behind `npm run engine --`. @throws Problem with the usage when they make no sense */
export function readArguments(words: readonly string[]): Asked {
  const misused = (whatHappened: string) =>
    new Problem(whatHappened, USAGE.replaceAll('\n', '\n  '));
  const rest = words.flatMap((word) => {
    const [, flag, value] = /^(--\w+)=(.*)$/s.exec(word) ?? [];
    return flag === undefined || value === undefined ? [word] : [flag, value];
  });
  let open = false;
  let jumps = false;
  let port: number | null = null;
  let seed: string | null = null;
  const images: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined || next === '' || next.startsWith('--'))
        throw misused(`${word} needs a value.`);
      return next;
    };
    if (word === '--help' || word === '-h') return { kind: 'help' };
    else if (word === '--open') open = true;
    else if (word === '--jump') jumps = true;
    else if (word === '--seed') seed = value();
    else if (word === '--images')
      images.push(
        ...value()
          .split(',')
          .filter((name) => name !== ''),
      );
    else if (word === '--port') {
      const text = value();
      port = Number(text);
      if (!/^\d+$/.test(text) || port > 65_535) throw misused(`${text} is no port.`);
    } else throw misused(`"${word}" is no option here.`);
  }
  if (open) return { kind: 'open', port, images, seed: seed ?? 'drydock', jumps };
  if (jumps || seed !== null || images.length > 0)
    throw misused('--images, --seed and --jump are for --open: a stored sandbox has its own.');
  return { kind: 'stored', port };
}
