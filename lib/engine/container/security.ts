import { parseBoolean } from '../cli/flag-values';
import { goQuote } from '../cli/template/go-quote';
import { refuse } from '../errors';

const ALONE: readonly string[] = ['no-new-privileges', 'writable-cgroups', 'disable'];
const TRUTHS: readonly string[] = ['no-new-privileges', 'writable-cgroups'];
const WORDS: readonly string[] = ['label', 'apparmor', 'seccomp'];

/** Refuses a `HostConfig.SecurityOpt` that the engine does not know (moby daemon/daemon_unix.go parseSecurityOpt). */
export function verifySecurity(options: unknown): void {
  if (!Array.isArray(options)) return;
  for (const option of options.map(String)) {
    if (ALONE.includes(option)) continue;
    const at = option.indexOf(option.includes('=') ? '=' : ':');
    if (at < 0) refuse('internal', `invalid --security-opt 1: ${goQuote(option)}`);
    const [name, value] = [option.slice(0, at), option.slice(at + 1)];
    const known = WORDS.includes(name) || (TRUTHS.includes(name) && parseBoolean(value) !== null);
    if (!known) refuse('internal', `invalid --security-opt 2: ${goQuote(option)}`);
  }
}
