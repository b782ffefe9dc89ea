import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { writeTo } from './streams';

/**
 * `getopts OPTIONS NAME [ARG…]`: the next option of the arguments in NAME, its value in OPTARG (POSIX.1-2017, getopts).
 * Where it stands is kept in OPTIND, and within a group of letters behind it: `2.1`.
 */
export function getopts(
  shell: OpenShell,
  [letters = '', name = '', ...given]: readonly string[],
  streams: ShellStreams,
): number {
  const { m } = shell;
  const args = given.length > 0 ? given : m.positional.slice(1);
  const [index = '1', within = '1'] = (m.variables['OPTIND'] ?? '1').split('.');
  let at = Math.max(1, Number(index) || 1);
  const word = args[at - 1] ?? '';
  const letter = word[Number(within)];
  if (!word.startsWith('-') || letter === undefined || word === '--') {
    shell.setVariable(name, '?');
    if (word === '--') shell.setVariable('OPTIND', String(at + 1));
    return 1;
  }
  const rest = word.slice(Number(within) + 1);
  const place = letters.indexOf(letter);
  const quiet = letters.startsWith(':');
  const complain = (own: string, posix: string): unknown =>
    writeTo(
      shell.host,
      streams.stderr,
      `${m.flavour === 'bash' ? `${m.positional[0] ?? m.name}: ${own}` : posix}\n`,
    );
  if (place < 0 || letter === ':') {
    shell.setVariable(name, '?');
    if (quiet) shell.setVariable('OPTARG', letter);
    else complain(`illegal option -- ${letter}`, `Illegal option -${letter}`);
  } else if (letters[place + 1] === ':') {
    const value = rest === '' ? args[at] : rest;
    at += rest === '' ? 2 : 1;
    shell.setVariable('OPTIND', String(at));
    if (value === undefined) {
      shell.setVariable(name, quiet ? ':' : '?');
      if (quiet) shell.setVariable('OPTARG', letter);
      else complain(`option requires an argument -- ${letter}`, `No arg for -${letter} option`);
      return 0;
    }
    shell.setVariable(name, letter);
    shell.setVariable('OPTARG', value);
    return 0;
  } else {
    shell.setVariable(name, letter);
    shell.setVariable('OPTARG', '');
  }
  shell.setVariable('OPTIND', rest === '' ? String(at + 1) : `${at}.${Number(within) + 1}`);
  return 0;
}
