import { putOwn } from '../../kernel/put-own';
import type { Container } from '../state';

const none: readonly string[] = [];

type Pairs = readonly (readonly [name: string, value: string])[];

const pairs = new WeakMap<readonly string[], Pairs>();

/** `NAME=value` taken apart, once a list; anything else is left out. */
function pairsOf(entries: readonly string[]): Pairs {
  const known = pairs.get(entries);
  if (known) return known;
  const found = entries.flatMap((entry) => {
    const equals = entry.indexOf('=');
    return equals > 0 ? [[entry.slice(0, equals), entry.slice(equals + 1)] as const] : [];
  });
  pairs.set(entries, found);
  return found;
}

/** The environment of a container's process: Docker's own variables, those of its configuration, then `extra`. `home` counts where no HOME is given. */
export function processEnvironment(
  container: Container,
  home: string,
  extra: readonly string[] = none,
): Readonly<Record<string, string>> {
  const env: Record<string, string> = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOSTNAME: container.config.Hostname || container.id.slice(0, 12),
  };
  if (container.config.Tty) env['TERM'] = 'xterm';
  for (const [name, value] of pairsOf(container.config.Env ?? none)) putOwn(env, name, value);
  if (extra.length > 0) for (const [name, value] of pairsOf(extra)) putOwn(env, name, value);
  env['HOME'] ??= home;
  return env;
}
