const NAMES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\E',
  '\\': '\\\\',
  "'": "\\'",
};
const CONTROL = /\p{Cc}/u;

/** `$'a\nb'` */
function withEscapes(text: string): string {
  const characters = [...text].map((character) => {
    const octal = (): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
    return NAMES[character] ?? (CONTROL.test(character) ? octal() : character);
  });
  return `$'${characters.join('')}'`;
}

/** A text between single quotes, so that bash reads it back (`${x@Q}`). */
export function quoted(text: string): string {
  return CONTROL.test(text) ? withEscapes(text) : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text with backslashes, so that bash reads it back (`printf %q`; lib/sh/shquote.c sh_backslash_quote). */
export function escaped(text: string): string {
  if (text === '') return "''";
  if (CONTROL.test(text)) return withEscapes(text);
  return text.replace(/[ '"\\|&;()<>!{}*[\]?^$`,]|^#|(?:^|(?<=[:=]))~/g, '\\$&');
}
