import { refuse } from '../errors';
import { seededRandom } from '../../kernel/random';
import { makeId, type Turn } from '../turn';

const ALLOWED = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

const adjectives = [
  'admiring',
  'agitated',
  'amazing',
  'blissful',
  'bold',
  'brave',
  'busy',
  'charming',
  'clever',
  'cool',
  'dazzling',
  'determined',
  'dreamy',
  'eager',
  'ecstatic',
  'elated',
  'elegant',
  'festive',
  'focused',
  'friendly',
  'gallant',
  'gifted',
  'goofy',
  'happy',
  'hopeful',
  'jolly',
  'keen',
  'laughing',
  'loving',
  'modest',
  'nervous',
  'nifty',
  'optimistic',
  'peaceful',
  'pensive',
  'practical',
  'quirky',
  'relaxed',
  'serene',
  'sharp',
  'silly',
  'stoic',
  'sweet',
  'tender',
  'trusting',
  'upbeat',
  'vibrant',
  'vigilant',
  'wizardly',
  'wonderful',
  'xenodochial',
  'youthful',
  'zealous',
  'zen',
] as const;

const surnames = [
  'albattani',
  'archimedes',
  'babbage',
  'banach',
  'bardeen',
  'bell',
  'blackwell',
  'bohr',
  'boyd',
  'cannon',
  'carson',
  'cerf',
  'chandrasekhar',
  'cori',
  'curie',
  'darwin',
  'dijkstra',
  'easley',
  'edison',
  'einstein',
  'elion',
  'euclid',
  'euler',
  'fermat',
  'fermi',
  'feynman',
  'franklin',
  'galileo',
  'gates',
  'goldberg',
  'goodall',
  'hawking',
  'hopper',
  'hypatia',
  'ishizaka',
  'jang',
  'keller',
  'kepler',
  'knuth',
  'lamarr',
  'lovelace',
  'mccarthy',
  'meitner',
  'mendel',
  'morse',
  'newton',
  'nobel',
  'noether',
  'pare',
  'pasteur',
  'ramanujan',
  'ritchie',
  'shannon',
  'tesla',
  'thompson',
  'torvalds',
  'turing',
  'volta',
  'wozniak',
  'wright',
  'yonath',
] as const;

/** A name that Docker makes up when none is given; never one that is taken, and never boring_wozniak (moby namesgenerator). */
export function makeName(turn: Turn): string {
  const random = seededRandom(makeId(turn, 'name'));
  for (;;) {
    const name = `${random.pick(adjectives)}_${random.pick(surnames)}`;
    if (turn.state.names.get(name) === undefined) return name;
  }
}

/** Refuses a name that is malformed or taken. `shown` is the name as the message gives it. */
export function checkName(turn: Turn, name: string, shown: string, prefix = ''): void {
  if (!ALLOWED.test(name))
    refuse(
      'invalid-parameter',
      `${prefix}Invalid container name (${shown}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
    );
  const owner = turn.state.names.get(name);
  if (owner !== undefined)
    refuse(
      'conflict',
      `${prefix}Conflict. The container name "/${name}" is already in use by container "${owner}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
}
