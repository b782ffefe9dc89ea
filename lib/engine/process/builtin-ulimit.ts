import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { complain, refuseOption } from './complain';
import { say } from './say';

/** The limits by the letter of `ulimit`, each with the size of its unit in bytes. */
const LIMITS: Readonly<Record<string, readonly [name: string, unit: number]>> = {
  c: ['core', 512],
  d: ['data', 1024],
  f: ['fsize', 512],
  l: ['memlock', 1024],
  m: ['rss', 1024],
  n: ['nofile', 1],
  p: ['nproc', 1],
  s: ['stack', 1024],
  t: ['cpu', 1],
  u: ['nproc', 1],
};
/** The letters of each shell. */
const KNOWN = {
  bash: 'SHabcdefiklmnpqrstuvxPRT',
  dash: 'HStfdscmlpnvwra',
  ash: 'HSacdefilmnpqrstvx',
};
const USAGE = 'ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]';

function refused(shell: OpenShell, streams: ShellStreams, letter: string): number {
  if (shell.m.flavour !== 'ash') return refuseOption(shell, streams, 'ulimit', letter, USAGE);
  shell.write(streams.stderr, `ulimit: invalid option -- '${letter}'\n`);
  return 1;
}

/** What the kernel and the engine give where nothing is asked for. */
const USUAL: Readonly<Record<string, number>> = { nofile: 1_048_576 };

/** `ulimit [-H | -S] [-LETTER]`: shows a limit. */
export function ulimit(
  shell: OpenShell,
  [option = '-f', limit]: readonly string[],
  streams: ShellStreams,
): number {
  const letter = option.startsWith('-') ? option.replace(/^-|[HS]/g, '') || 'f' : 'f';
  const unknown = [...letter].find((each) => !KNOWN[shell.m.flavour].includes(each));
  if (unknown !== undefined) return refused(shell, streams, unknown);
  if (limit !== undefined && !/^(?:\d+|unlimited|hard|soft)$/.test(limit)) {
    complain(shell, streams, `ulimit: ${limit}: invalid number`);
    return 1;
  }
  if (limit !== undefined || !option.startsWith('-')) return 0;
  const [name, unit] = LIMITS[letter] ?? ['', 1];
  const value = shell.host.limit(name, option.includes('H')) ?? USUAL[name] ?? -1;
  return say(shell, streams, 'ulimit', value < 0 ? 'unlimited\n' : `${value / unit}\n`);
}
