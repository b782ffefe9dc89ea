const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  v: '\v',
};

/** `\n`, `\t`, `\033`, `\x41` as the characters they stand for. */
export function unescapeText(text: string): string {
  return text.replace(
    /\\(?:([ntr\\"abefv])|0?([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/g,
    (_, letter?: string, octal?: string, hex?: string) =>
      letter !== undefined
        ? (ESCAPES[letter] ?? letter)
        : String.fromCharCode(
            octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8),
          ),
  );
}

/** The escapes of dash, which has no `\x`. */
export function withoutHex(text: string): string {
  return text
    .split(/(\\x)/)
    .map((part) => (part === '\\x' ? part : unescapeText(part)))
    .join('');
}
