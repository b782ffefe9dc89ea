import { own } from '../../kernel/own';
/** Linux signal numbers (x86-64), and what a process without a handler does with each. */
export const signalNumbers: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  PWR: 30,
  SYS: 31,
};

const names = new Map(Object.entries(signalNumbers).map(([name, number]) => [number, name]));
/** The two usual ways to write each signal's name. */
const spellings = new Map(
  Object.keys(signalNumbers).flatMap((name) => [
    [name, name],
    [`SIG${name}`, name],
  ]),
);
const harmless = new Set(['CHLD', 'CONT', 'URG', 'WINCH']);

/** `15`, `TERM`, `sigterm` → `TERM`; null when there is no such signal (moby/sys signal.ParseSignal). Real-time signals are kept by number. */
export function parseSignal(text: string): string | null {
  const exact = spellings.get(text);
  if (exact !== undefined) return exact;
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    if (number === 0) return null;
    return names.get(number) ?? (number >= 32 && number <= 64 ? `RT${number}` : null);
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (Object.hasOwn(signalNumbers, name)) return name;
  const realtime = /^RTM(IN|AX)(?:([+-])(\d+))?$/.exec(name);
  return realtime ? `RT${realtime[1] === 'IN' ? 34 : 64}` : null;
}

/** Is it how a stop signal may be written? A number is taken as it is: whether the kernel knows it shows when it is sent (moby/sys signal.ParseSignal). */
export function isStopSignal(text: string): boolean {
  return /^[-+]?0*[1-9]\d*$/.test(text) || parseSignal(text) !== null;
}

/** Does the signal end a process that has no handler for it? */
export function endsByDefault(signal: string): boolean {
  return !harmless.has(signal);
}

/** The exit code of a process that a signal ended. */
export function exitCodeOf(signal: string): number {
  return 128 + (own(signalNumbers, signal) ?? Number(signal.replace('RT', '')));
}

/** The signal with the lowest number, which is handled first. */
export function lowestSignal(names: readonly string[]): string {
  const number = (name: string): number => own(signalNumbers, name) ?? 64;
  return names.reduce((one, other) => (number(other) < number(one) ? other : one));
}
