import { durationOf } from './duration';
import type { Program } from '../program';
import { fail, isBusybox, quoted } from './options';
import { missingOperand } from './usage';

/** `sleep N[smhd]…` */
export const sleep: Program = (call) => {
  const args = call.argv.slice(1);
  if (args.length === 0) return missingOperand(call);
  let total = 0;
  for (const arg of args) {
    const value = durationOf(arg);
    if (value === null)
      return fail(
        call,
        isBusybox(call)
          ? `invalid number '${arg}'`
          : `invalid time interval ${quoted(call, arg)}\nTry 'sleep --help' for more information.`,
      );
    total += value;
  }
  return { kind: 'sleep', milliseconds: Math.round(total * 1000) };
};
