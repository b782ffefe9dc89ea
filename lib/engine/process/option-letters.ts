import type { ShellMachine } from './process';

/** The order in which a shell tells its letters: bash builtins/set.def and shell.c, dash and ash from the last of their table to the first. */
const ORDER = {
  bash: 'abefhikmnptuvxBCEHPTcs',
  dash: 'ubaCvxsnmiIfe',
  ash: 'ubaCvxcsnmiIfe',
};

/** `$-`: the letters of the options that are on. */
export function lettersOf(
  m: Pick<ShellMachine, 'flavour' | 'exitOnError' | 'options' | 'interactive' | 'ordered'>,
): string {
  const isBash = m.flavour === 'bash';
  const asBegun = m.interactive ? (isBash ? 'imHs' : 'ims') : m.ordered ? 'c' : '';
  const on = `${m.options}${m.exitOnError ? 'e' : ''}${isBash ? 'hB' : ''}${asBegun}`;
  return [...ORDER[m.flavour]].filter((letter) => on.includes(letter)).join('');
}
