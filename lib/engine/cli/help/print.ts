import type { PageData } from '../../manual';

/** The usage line of a command under one of its paths: `docker container rm [OPTIONS] CONTAINER [CONTAINER...]`. */
export function usageAt(page: PageData, path: string): string {
  return page.usage === '' ? path : `${path} ${page.usage}`;
}

/** The text of `--help`, for a command called as `path` that has these paths. */
export function helpOf(page: PageData, path: string, paths: readonly string[]): string {
  return [
    `Usage:  ${usageAt(page, path)}\n\n${page.about}\n`,
    ...(paths.length > 1 ? [`Aliases:\n  ${paths.join(', ')}\n`] : []),
    ...(page.options === '' ? [] : [`Options:\n${page.options}\n`]),
  ].join('\n');
}
