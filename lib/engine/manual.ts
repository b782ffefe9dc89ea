import type { CommandName, GroupName } from './cli/command-names';
import type { FlagSpec } from './cli/flags';

/** What `--help` says of a command: its page in the manual. */
export interface PageData {
  /** Behind the command's path: `[OPTIONS] IMAGE [COMMAND] [ARG...]`. */
  readonly usage: string;
  readonly about: string;
  /** The lines under `Options:` as they are printed, or `''`. They are also where the command's flags are read from. */
  readonly options: string;
}

/** What `buildManual` receives: the help of docker, of each of its management commands and of every command. */
export interface ManualData {
  readonly top: string;
  readonly groups: Readonly<Record<GroupName, string>>;
  readonly commands: Readonly<Record<CommandName, PageData>>;
}

/** A page with the flags that it lists. */
export interface Page extends PageData {
  readonly flags: readonly FlagSpec[];
}

/** The manual of the docker command line. A world brings it, as it brings the catalogue: both are data, and great. */
export interface Manual extends ManualData {
  readonly commands: Readonly<Record<CommandName, Page>>;
}
