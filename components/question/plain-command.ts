/**
 * What a phone's keyboard makes of a command, undone: curly quotes, a dash for two hyphens, a hard space, line breaks
 * from a paste, a copied prompt. A shell would read none of these as meant.
 */
export function plainCommand(typed: string): string {
  return typed
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2018\u2019\u201a]/g, "'")
    .replace(/\u2014/g, '--')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200b\u3000\s]+/g, ' ')
    .trim()
    .replace(/^\$\s+/, '');
}
