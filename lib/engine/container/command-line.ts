import type { Container } from '../state';

const none: readonly string[] = [];

/** The words that run: the entry point, then the command. */
export function commandLine({ config }: Container): readonly string[] {
  return [...(config.Entrypoint ?? none), ...(config.Cmd ?? none)];
}
