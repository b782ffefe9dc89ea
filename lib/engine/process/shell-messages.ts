import type { LaunchRefusal } from './host';
import type { ShellMachine } from './process';

type Speaker = Pick<ShellMachine, 'flavour' | 'name'>;

/** A shell's words for a program that cannot be run. */
export function cannotRun(
  { flavour, name: self }: Speaker,
  name: string,
  reason: LaunchRefusal,
): string {
  switch (flavour) {
    case 'ash':
      return `${self}: ${name}: ${reason === 'Is a directory' ? 'Permission denied' : reason}`;
    case 'dash':
      return `${self}: 1: ${name}: ${reason === 'Is a directory' ? 'Permission denied' : reason}`;
    case 'bash': {
      const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
      return `${self}: line 1: ${name}: ${reason === 'not found' ? missing : reason}`;
    }
  }
}

/** A shell's words for an input that is not there. */
export function cannotOpen({ flavour, name }: Speaker, target: string): string {
  switch (flavour) {
    case 'ash':
      return `${name}: can't open ${target}: no such file`;
    case 'dash':
      return `${name}: 1: cannot open ${target}: No such file`;
    case 'bash':
      return `${name}: line 1: ${target}: No such file or directory`;
  }
}

/** A shell's words for an output that cannot be made; `nonexistent directory` is the reason of a missing folder. */
export function cannotCreate({ flavour, name }: Speaker, target: string, reason: string): string {
  const missing = reason === 'nonexistent directory';
  switch (flavour) {
    case 'ash':
      return `${name}: can't create ${target}: ${reason}`;
    case 'dash':
      return `${name}: 1: cannot create ${target}: ${missing ? 'Directory nonexistent' : reason}`;
    case 'bash':
      return `${name}: line 1: ${target}: ${missing ? 'No such file or directory' : reason}`;
  }
}
