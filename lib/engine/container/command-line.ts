import type { Container } from '../state';

const none: readonly string[] = [];

/** The words that run: the entry point, then the command. */
export function commandLine({ config }: Container): readonly string[] {
  const entrypoint = config.Entrypoint ?? none;
  const cmd = config.Cmd ?? none;
  return entrypoint.length === 0 ? cmd : entrypoint.concat(cmd);
}
