import { own } from '../../kernel/own';
import { evaluateArithmetic } from '../shell/arithmetic';
import { arithmeticText } from '../shell/arithmetic-error';
import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { arrayOf, setElement } from './shell-arrays';

/** The value of an expression that stands in a text; its error is told: null. */
export function calculate(shell: OpenShell, source: string, name = ''): bigint | null {
  const { m } = shell;
  const value = evaluateArithmetic(source, {
    get: (variable, subscript) =>
      (subscript === undefined ? own(m.variables, variable) : undefined) ??
      own(arrayOf(m, variable)?.items ?? {}, subscript ?? '0') ??
      '',
    set: (variable, text, subscript) => {
      if (subscript === undefined) shell.setVariable(variable, text);
      else setElement(shell, variable, subscript, text);
    },
  });
  if (value.ok) return value.value;
  complain(shell, m.streams, name + arithmeticText(value.error, source, m.flavour));
  return null;
}

/** `let EXPRESSION…`: 0 when the last is not zero. */
export function letCommand(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): number {
  if (args.length === 0) {
    complainOf(shell, streams, 'let', 'expression expected');
    return 1;
  }
  let last: bigint = 0n;
  for (const arg of args) {
    const value = calculate(shell, arg, shell.m.flavour === 'bash' ? 'let: ' : '');
    if (value === null) return 1;
    last = value;
  }
  return last === 0n ? 1 : 0;
}
