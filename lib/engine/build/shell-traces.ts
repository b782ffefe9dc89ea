import { own } from '../../kernel/own';
import { sameValue } from '../../kernel/same-value';
import type { ImageConfig } from '../docker-json';
import type { ShellMachine } from '../process/process';
import type { Rules } from '../rules';
import type { StageRun } from './build-run';

/** What a shell sets by itself. */
const ITS_OWN: ReadonlySet<string> = new Set(['PWD', 'OLDPWD', 'SHLVL', '_', 'HOME', 'HOSTNAME']);

/**
 * The stage's configuration after a RUN: as before, for its shell is gone with all it remembered. Only where the rules think so the folder in which it
 * ended and what it exported stay. `began`: the environment that the step was given.
 */
export function afterShell(
  config: ImageConfig,
  shell: ShellMachine | undefined,
  began: readonly string[],
  rules: Rules,
): ImageConfig {
  if (!shell) return config;
  let after = config;
  if (shell.cwd !== (config.WorkingDir || '/') && rules.runKeepsFolder())
    after = { ...after, WorkingDir: shell.cwd };
  const before = new Set(began);
  const left = shell.exported
    .filter((name) => !ITS_OWN.has(name) && own(shell.variables, name) !== undefined)
    .map((name) => `${name}=${own(shell.variables, name) ?? ''}`)
    .filter((entry) => !before.has(entry));
  if (left.length > 0 && rules.runKeepsVariables())
    after = { ...after, Env: withEntries(config.Env ?? [], left) };
  return after;
}

/** The same where the step was taken from the cache: the image knows what was believed when it was made. */
export function afterCached(stage: StageRun, rules: Rules): ImageConfig {
  const { config, image } = stage;
  if (!image) return config;
  const { WorkingDir = '', Env = [] } = image.config;
  const left = !sameValue([WorkingDir, Env], [config.WorkingDir ?? '', config.Env ?? []]);
  return left && (rules.runKeepsFolder() || rules.runKeepsVariables())
    ? { ...config, WorkingDir, Env }
    : config;
}

function withEntries(env: readonly string[], added: readonly string[]): readonly string[] {
  const names = new Set(added.map((entry) => entry.split('=')[0]));
  return [...env.filter((entry) => !names.has(entry.split('=')[0])), ...added];
}
