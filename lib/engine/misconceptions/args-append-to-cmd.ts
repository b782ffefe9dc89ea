import type { Misconception } from './misconception';

/** The words behind the image are added to its Cmd. */
export const argsAppendToCmd: Misconception<'args-append-to-cmd'> = {
  id: 'args-append-to-cmd',
  override: (rules) => ({
    ...rules,
    commandOf: (imageCmd, args) => [...imageCmd, ...args],
  }),
};
