import type { HelpText } from './texts';

/** The usage line of a command under another of its paths: `docker container rm [OPTIONS] …` for `docker rm [OPTIONS] …`. */
export function usageAt(text: HelpText, path: string): string {
  const words = text.usage.split(' ');
  const isManaged = words[1] === 'container' || words[1] === 'image' || words[1] === 'volume';
  return [path, ...words.slice(isManaged ? 3 : 2)].join(' ');
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
