import { type Settings, SettingsError, parseSettings } from '@/lib/server/env-schema';
import { Problem } from '../support/problem.mjs';

/**
 * Checks the environment variables before anything starts.
 *
 * @throws Problem that names every wrong variable, one a line
 */
export function checkSettings(source: NodeJS.ProcessEnv): Settings {
  try {
    return parseSettings(source);
  } catch (thrown) {
    if (!(thrown instanceof SettingsError)) throw thrown;
    throw new Problem(
      `Drydock cannot start, because of its environment variables:\n  ${thrown.lines.join('\n  ')}`,
      'Mend or unset them and start again; docs/operations.md lists them all.',
    );
  }
}
