import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import type { LaunchOrder, ShellFlavour, ShellMachine } from './process';

/** What of an order tells the environment of its program. */
export type Surroundings = Pick<LaunchOrder, 'env' | 'shell' | 'inPlace' | 'cwd'>;

const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;
const BASH_BUCKETS = 1024;
const ASH_BUCKETS = 39;
/** What ash and dash take for a variable; the rest of what they were given they do not hand on (ash.c init). */
const VARIABLE = /^[A-Za-z_]\w*$/;

/** Where a name stands in a shell's table of variables, which is the order in which it hands them on: bash hashlib.c hash_string, ash.c and dash var.c hashvar. */
export function bucketOf(name: string, flavour: ShellFlavour): number {
  if (flavour === 'bash') {
    let hash = FNV_OFFSET;
    for (let at = 0; at < name.length; at++)
      hash = (Math.imul(hash, FNV_PRIME) ^ name.charCodeAt(at)) >>> 0;
    return hash % BASH_BUCKETS;
  }
  let sum = name.charCodeAt(0) << 4;
  for (let at = 0; at < name.length; at++) sum += name.charCodeAt(at);
  return sum % ASH_BUCKETS;
}

/** How many shells stand in one another once a shell has begun with this environment; dash does not count them. */
export function shellLevel(
  flavour: ShellFlavour,
  env: Readonly<Record<string, string>>,
): string | undefined {
  const { SHLVL: before } = env;
  if (flavour === 'dash') return before;
  const level = Number.parseInt(before ?? '', 10);
  return String((Number.isNaN(level) ? 0 : level) + 1);
}

/**
 * The environment that a program finds, in its order: what it was given, and where a shell has begun it, the shell's own PWD and SHLVL, with bash also the
 * program's path (`_`). bash takes its level back when the program takes its place (execute_cmd.c).
 */
export function environmentOf(
  { env, shell, inPlace, cwd }: Surroundings,
  place: () => string | null,
): Readonly<Record<string, string>> {
  if (shell === undefined) return env;
  const own: Record<string, string> = { ...env, PWD: cwd };
  const level = shellLevel(shell, env);
  if (level !== undefined)
    own['SHLVL'] = shell === 'bash' && inPlace ? String(Number(level) - 1) : level;
  if (shell === 'bash') delete own['_'];
  const rows = Object.entries(own)
    .filter(([name]) => shell === 'bash' || VARIABLE.test(name))
    .map(([name, value]) => ({ name, value, bucket: bucketOf(name, shell) }))
    .sort((one, other) => one.bucket - other.bucket);
  const ordered: Record<string, string> = {};
  for (const { name, value } of rows) putOwn(ordered, name, value);
  const path = shell === 'bash' && inPlace !== 'exec' ? place() : null;
  if (path !== null) ordered['_'] = path;
  return ordered;
}

/** What the programs of a shell find in their environment: its variables themselves where all are exported, in this order. */
export function exportedOf({
  exported,
  variables,
}: ShellMachine): Readonly<Record<string, string>> {
  let at = 0;
  for (const name in variables) if (exported[at++] !== name) at = -Infinity;
  if (at === exported.length) return variables;
  const env: Record<string, string> = {};
  for (const name of exported) {
    const value = own(variables, name);
    if (value !== undefined) putOwn(env, name, value);
  }
  return env;
}
