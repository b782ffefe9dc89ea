import { matchesPattern } from './pattern';

/** No longer text is looked at, and no groups stand deeper in one another. */
const LONGEST = 200;
const DEEPEST = 20;
const GROUP = /(?<!\\)[?*+@!]\(/;

type Ends = ReadonlySet<number>;
/** A piece of a pattern: where a match that begins at a place may end. */
type Piece = (start: number) => Ends;

/** What a match costs, in instructions of a shell. */
export function costOfMatch(text: string, pattern: string): number {
  return GROUP.test(pattern) ? (Math.min(text.length, LONGEST) ** 2) >> 5 : 0;
}

/** As `matchesPattern`, with the groups of bash: `?(a|b)`, `*(…)`, `+(…)`, `@(…)` and `!(…)` (bash(1), extglob). Work is bounded by the text's length squared. */
export function matchesExtended(text: string, pattern: string): boolean {
  if (!GROUP.test(pattern)) return matchesPattern(text, pattern);
  if (text.length > LONGEST || pattern.length > LONGEST) return false;
  return new Extended(text, pattern).matches();
}

class Extended {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly pattern: string,
  ) {}

  matches(): boolean {
    const whole = this.sequence(0, false);
    return whole(0).has(this.text.length);
  }

  /** The pieces up to the end, or to the `|` or `)` of a group. */
  private sequence(depth: number, inGroup: boolean): Piece {
    const pieces: Piece[] = [];
    let plain = '';
    const flush = (): void => {
      if (plain !== '') pieces.push(this.plain(plain));
      plain = '';
    };
    while (this.at < this.pattern.length) {
      const sign = this.pattern[this.at] ?? '';
      if (inGroup && (sign === '|' || sign === ')')) break;
      if (sign === '\\') {
        plain += this.pattern.slice(this.at, this.at + 2);
        this.at += 2;
      } else if (depth < DEEPEST && '?*+@!'.includes(sign) && this.pattern[this.at + 1] === '(') {
        flush();
        pieces.push(this.group(sign, depth + 1));
      } else {
        plain += sign;
        this.at += 1;
      }
    }
    flush();
    return remembered((start) =>
      pieces.reduce<Ends>((starts, piece) => union(starts, piece), new Set([start])),
    );
  }

  private group(sign: string, depth: number): Piece {
    this.at += 2;
    const choices: Piece[] = [];
    for (;;) {
      choices.push(this.sequence(depth, true));
      const end = this.pattern[this.at];
      this.at += 1;
      if (end !== '|') break;
    }
    const once: Piece = (start) => new Set(choices.flatMap((choice) => [...choice(start)]));
    return remembered((start) => this.repeated(sign, once, start));
  }

  private repeated(sign: string, once: Piece, start: number): Ends {
    if (sign === '@') return once(start);
    if (sign === '?') return new Set([start, ...once(start)]);
    if (sign === '!') {
      const taken = once(start);
      return new Set(this.placesFrom(start).filter((place) => !taken.has(place)));
    }
    const found = new Set(sign === '*' ? [start] : []);
    for (let open: Ends = new Set([start]); open.size > 0;) {
      const next = [...union(open, once)].filter((place) => !found.has(place));
      for (const place of next) found.add(place);
      open = new Set(next);
    }
    return found;
  }

  private placesFrom(start: number): readonly number[] {
    return Array.from({ length: this.text.length - start + 1 }, (_, index) => start + index);
  }

  private plain(pattern: string): Piece {
    return remembered(
      (start) =>
        new Set(
          this.placesFrom(start).filter((end) =>
            matchesPattern(this.text.slice(start, end), pattern),
          ),
        ),
    );
  }
}

function union(starts: Ends, piece: Piece): Ends {
  const ends = new Set<number>();
  for (const start of starts) for (const end of piece(start)) ends.add(end);
  return ends;
}

function remembered(piece: Piece): Piece {
  const known = new Map<number, Ends>();
  return (start) => {
    const ends = known.get(start) ?? piece(start);
    known.set(start, ends);
    return ends;
  };
}
