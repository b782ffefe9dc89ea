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
      if (code !== undefined)
        return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31);
      return letter === undefined ? (own ?? '') : (ESCAPES[letter] ?? letter);
    },
  );
}
