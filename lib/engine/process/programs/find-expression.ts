import { own } from '../../../kernel/own';
import type { ProgramCall } from '../program';
import { testOf, TYPES, VALUED, type Place, type Test } from './find-tests';
import { isBusybox, quoted, selfName } from './options';

/** What `find` is to do with the files that it comes to. */
export interface Expression {
  readonly holds: Test;
  readonly least: number;
  readonly most: number;
  /** What is in a folder comes before it. */
  readonly deep: boolean;
  /** What to run when all has been seen: `-exec … +`. */
  readonly atEnd: () => void;
}

/** What an expression has told the walk of the file that it looks at. */
export interface Walk {
  pruned: boolean;
  ended: boolean;
}

/** Both families word these in their own way: busybox findutils/find.c, GNU findutils parser.c. */
const WORDS = {
  argument: ['NAME requires an argument', "missing argument to `NAME'"],
  unpaired: [
    "unpaired '('",
    "invalid expression; I was expecting to find a ')' somewhere but did not see one.",
  ],
  type: ["invalid argument 'VALUE' to '-type'", 'Unknown argument to -type: VALUE'],
  number: [
    "invalid number 'VALUE'",
    'Expected a positive decimal integer argument to NAME, but got QUOTED',
  ],
  unknown: ['unrecognized: NAME', "unknown predicate `NAME'"],
  closed: ['unrecognized: )', "you have too many ')'"],
} as const;

/** An expression that makes no sense, in the program's words. */
export class FindProblem extends Error {
  constructor(
    words: string,
    /** busybox shows its usage as well. */
    readonly tellsUsage: boolean,
  ) {
    super(words);
  }
}

/** Reads the words behind the paths: tests and actions, `!`, `-a`, `-o` and brackets. Without an action every file is printed for which it holds. @throws FindProblem */
export function readExpression(
  call: ProgramCall,
  words: readonly string[],
  walk: Walk,
): Expression {
  let at = 0;
  let [least, most, deep, acts] = [0, Infinity, false, false];
  const batches: { readonly words: readonly string[]; readonly shown: string[] }[] = [];

  const problem = (kind: keyof typeof WORDS, name: string, value = ''): FindProblem => {
    const [busybox, gnu] = WORDS[kind];
    const said = (isBusybox(call) ? busybox : gnu)
      .replace('NAME', name)
      .replace('VALUE', value)
      .replace('QUOTED', quoted(call, value));
    return new FindProblem(`${selfName(call)}: ${said}\n`, kind === 'unknown' || kind === 'closed');
  };
  const valueOf = (name: string): string => {
    const value = words[at++];
    if (value === undefined) throw problem('argument', name);
    return value;
  };
  const depthOf = (name: string): number => {
    const value = valueOf(name);
    if (!/^\d+$/.test(value)) throw problem('number', name, value);
    return Number(value);
  };
  const action = (act: (place: Place) => boolean): Test => {
    acts = true;
    return act;
  };
  const command = (name: string): Test => {
    const end = words.findIndex((word, i) => i >= at && (word === ';' || word === '+'));
    if (end < 0) throw problem('argument', name);
    const called = words.slice(at, end);
    at = end + 1;
    if (words[end] === ';')
      return action(
        ({ shown }) => call.run(called.map((word) => word.replaceAll('{}', shown))) === 0,
      );
    const batch = { words: called, shown: [] as string[] };
    batches.push(batch);
    return action(({ shown }) => {
      batch.shown.push(shown);
      return true;
    });
  };
  const print = (end: string): Test =>
    action(({ shown }) => {
      call.out(shown + end);
      return true;
    });
  const known = own(call.host.machine.busybox.usages, 'find') ?? '';

  const primary = (): Test => {
    const word = words[at++] ?? '';
    switch (word) {
      case '!':
      case '-not': {
        const inner = primary();
        return (place) => !inner(place);
      }
      case '(': {
        const inner = either();
        if (words[at++] !== ')') throw problem('unpaired', word);
        return inner;
      }
      case ')':
        throw problem('closed', word);
      case '-print':
        return print('\n');
      case '-print0':
        return print('\0');
      case '-exec':
        return command(word);
      case '-prune':
        return () => (walk.pruned = true);
      case '-quit':
        return action(() => {
          walk.ended = true;
          return false;
        });
      case '-delete':
        if (isBusybox(call) && !known.includes(word)) throw problem('unknown', word);
        deep = true;
        return action(({ path }) => {
          call.host.files.remove(path);
          return true;
        });
      case '-depth':
        deep = true;
        return () => true;
      case '-xdev':
      case '-mount':
      case '-follow':
        return () => true;
      case '-maxdepth':
        most = depthOf(word);
        return () => true;
      case '-mindepth':
        least = depthOf(word);
        return () => true;
    }
    const value = VALUED.has(word) ? valueOf(word) : '';
    if (word === '-type' && own(TYPES, value) === undefined) throw problem('type', word, value);
    const test = testOf(call, word, value);
    if (test === null) throw problem('unknown', word);
    return test;
  };
  const both = (): Test => {
    let holds = primary();
    while (at < words.length && words[at] !== ')' && words[at] !== '-o' && words[at] !== '-or') {
      if (words[at] === '-a' || words[at] === '-and') at++;
      const [first, next] = [holds, primary()];
      holds = (place) => first(place) && next(place);
    }
    return holds;
  };
  const either = (): Test => {
    let holds = both();
    while (words[at] === '-o' || words[at] === '-or') {
      at++;
      const [first, next] = [holds, both()];
      holds = (place) => first(place) || next(place);
    }
    return holds;
  };

  const holds = words.length === 0 ? (): boolean => true : either();
  if (at < words.length) throw problem('closed', words[at] ?? '');
  const isSilent = acts;
  const printed = print('\n');
  return {
    holds: isSilent ? holds : (place) => holds(place) && printed(place),
    least,
    most,
    deep,
    atEnd: () => {
      for (const { words: called, shown } of batches)
        if (shown.length > 0) call.run(called.flatMap((word) => (word === '{}' ? shown : [word])));
    },
  };
}
