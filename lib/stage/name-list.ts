const dockerHub = { ko: '도커 허브', en: 'Docker Hub' } as const;

/** So many names are said; the rest is counted. */
const said = 3;

/** Names between backticks, and how many more there are. */
export function nameList(names: readonly string[]): {
  readonly text: string;
  readonly more: number;
} {
  const shown = names.length > said ? names.slice(0, said - 1) : names;
  return {
    text: shown.map((name) => `\`${name}\``).join(', '),
    more: names.length - shown.length,
  };
}

/** A registry as a reader calls it, in the reader's language. */
export function registryName(host: string, locale: keyof typeof dockerHub): string {
  return host === 'docker.io' ? dockerHub[locale] : `\`${host}\``;
}
