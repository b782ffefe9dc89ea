/**
 * What `--help` says of a command, in docker CLI 28.2.2's own words. The options are kept as they are printed, and are also where the command's flags
 * are read from.
 *
 * The texts were printed once by the real program and taken apart at its headings (`Usage:`, `Aliases:`, `Options:`); to make them again, run
 * `docker COMMAND --help` for every command that a `--help` lists, at 80 columns, with DOCKER_BUILDKIT=0, HOME=/home/learner and DOCKER_HOST naming
 * anything that answers `/_ping` with API version 1.50, `Swarm: inactive`, `Docker-Experimental: false` and `Builder-Version: 1`.
 */
export interface HelpText {
  /** Behind the command's path: `[OPTIONS] IMAGE [COMMAND] [ARG...]`. */
  readonly usage: string;
  readonly about: string;
  /** Every path of the command, `docker container run, docker run`, or `''` when there is only one. */
  readonly aliases: string;
  /** The lines under `Options:`, or `''`. */
  readonly options: string;
}
