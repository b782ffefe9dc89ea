import type { HelpText } from './help-text';

/** The usage line of a command under one of its paths: `docker container rm [OPTIONS] CONTAINER [CONTAINER...]`. */
export function usageAt(text: HelpText, path: string): string {
  return text.usage === '' ? path : `${path} ${text.usage}`;
}

/** The text of `--help`, for a command called as `path`. */
export function helpOf(text: HelpText, path: string): string {
  const usage = usageAt(text, path);
  return [
    `Usage:  ${usage}\n\n${text.about}\n`,
    ...(text.aliases === '' ? [] : [`Aliases:\n  ${text.aliases}\n`]),
    ...(text.options === '' ? [] : [`Options:\n${text.options}\n`]),
  ].join('\n');
}
