import { accountOf } from '../../account';
import type { ProgramCall, ProgramOutcome } from '../../program';
import { complain, optionsOf, selfName, type Options } from '../options';
import { wrongOption } from '../getopt';

/** How one of the programs is called: option letters (`:` behind those with a value), the long names of letters, the lines of its usage. */
export interface Manner {
  readonly letters: string;
  readonly long: Readonly<Record<string, string>>;
  readonly usage: string;
}

/** An outcome that ends a program before it has done anything. */
export const ended = (code: number): ProgramOutcome => ({ kind: 'exit', code });

/** Ends with a complaint. */
export function refused(call: ProgramCall, complaint: string, code: number): ProgramOutcome {
  complain(call, complaint);
  return ended(code);
}

/** The options of a program of shadow-utils; an option that there is not ends it with its usage and 2. */
export function readOptions(call: ProgramCall, manner: Manner): Options | ProgramOutcome {
  const valued = manner.letters.replace(/.(?!:)/g, '').replaceAll(':', '');
  const all = manner.letters.replaceAll(':', '');
  const wrong = wrongOption(call.argv, { all, valued }, (word) => {
    const name = /^--([^=]*)/.exec(word)?.[1] ?? '';
    const letter = manner.long[name];
    if (letter === undefined) return { wrong: `unrecognized option '--${name}'`, takes: 0 };
    return { wrong: null, takes: valued.includes(letter) && !word.includes('=') ? 1 : 0 };
  });
  if (wrong !== null) {
    complain(call, wrong);
    return showUsage(call, manner);
  }
  const options = optionsOf(call, valued, manner.long);
  if (!options.has('h')) return options;
  call.out(manner.usage);
  return ended(0);
}

/** The usage, on stderr, and 2. */
export function showUsage(call: ProgramCall, manner: Manner): ProgramOutcome {
  call.error(manner.usage);
  return ended(2);
}

export function isRoot(call: ProgramCall): boolean {
  return accountOf(call.host.files, call.user).uid === 0;
}

/** What shadow-utils says to a user who may not change accounts. */
export function locked(call: ProgramCall, path: string, code: number): ProgramOutcome {
  const name = selfName(call);
  call.error(`${name}: Permission denied.\n${name}: cannot lock ${path}; try again later.\n`);
  return ended(code);
}
