const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
};

/** What stands in `$'…'`: `\n`, `\033`, `\x41`, `\u00e9`, `\cx` as the characters they stand for (bash, ANSI-C Quoting). */
export function ansiText(text: string): string {
  return text.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c(.)|([ntrabeEfv])|([\\'"?]))/gs,
    (
      _,
      octal?: string,
      hex?: string,
      short?: string,
      long?: string,
      control?: string,
      letter?: string,
      own?: string,
    ) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      const code = hex ?? short ?? long;
      if (code !== undefined) return character(Number.parseInt(code, 16), hex !== undefined);
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31);
      return letter === undefined ? (own ?? '') : (ESCAPES[letter] ?? letter);
    },
  );
}

/** A container has no locale of its own: what is no ASCII stays an escape there. */
function character(code: number, isByte: boolean): string {
  if (isByte || code < 128) return String.fromCharCode(code);
  const width = code > 0xffff ? 8 : 4;
  return `\\${width === 8 ? 'U' : 'u'}${code.toString(16).toUpperCase().padStart(width, '0')}`;
}
