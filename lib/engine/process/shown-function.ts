import { own } from '../../kernel/own';
import { parseShown } from '../shell/parse';
import { shownFunction } from '../shell/shown-script';
import type { OpenShell } from './open-shell';

/** A function as bash shows it; `''` where there is none of the name. */
export function shownFunctionOf({ m, code }: OpenShell, name: string): string {
  const start = own(m.functions, name);
  const instruction = start === undefined ? undefined : code.instructions[start - 1];
  if (instruction?.op !== 'function') return '';
  const body = parseShown(instruction.text, m.flavour);
  return body === null ? '' : shownFunction(name, body);
}
