import type { HostData } from '../../host';
import type { Client as ClientState } from '../../state';
import type { Turn } from '../../turn';

/** What of a command line decides which engine is meant, and where its settings lie. */
export interface Caller {
  readonly turn: Turn;
  readonly env: Readonly<Record<string, string>>;
  /** The folder of the learner's machine that it was called in. */
  readonly cwd: string;
  readonly user: HostData['user'];
  readonly settings: ClientState;
  /** The folder of settings that `--config` names, `''` without it. */
  readonly settingsFolder: string;
  saveSettings(client: ClientState): void;
}
