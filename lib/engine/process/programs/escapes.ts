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
const MOST_WIDTH = 1_000;

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

/** What `printf` writes: the format is used again as long as there are arguments. */
export function formatText(format: string, args: readonly string[], quote = gnuQuoted): string {
  const source = unescapeText(format);
  let next = 0;
  let out = '';
  do {
    const before = next;
    out += source.replace(
      /%([-0+ #]*)(\d*)(?:\.(\d+))?([sdiucxXofbq%])/g,
      (_, flags: string, width: string, precision: string | undefined, kind: string) => {
        if (kind === '%') return '%';
        const value =
          kind === 'q' ? quote(args[next++] ?? '') : converted(kind, args[next++], precision);
        const wide = Math.min(MOST_WIDTH, Number(width || '0'));
        if (flags.includes('-')) return value.padEnd(wide);
        return value.padStart(wide, flags.includes('0') && kind !== 's' ? '0' : ' ');
      },
    );
    if (next === before) break;
  } while (next < args.length && out.length < 100_000);
  return out;
}

/** A text between single quotes (`%q` of printf(1)). */
function gnuQuoted(text: string): string {
  return `'${text}'`;
}

function converted(kind: string, arg: string | undefined, precision: string | undefined): string {
  switch (kind) {
    case 's':
      return precision === undefined ? (arg ?? '') : (arg ?? '').slice(0, Number(precision));
    case 'b':
      return unescapeText(arg ?? '');
    case 'c':
      return (arg ?? '').slice(0, 1);
    case 'f':
      return (Number(arg ?? '0') || 0).toFixed(Math.min(20, Number(precision ?? '6')));
    case 'x':
      return Math.trunc(Number(arg ?? '0') || 0).toString(16);
    case 'X':
      return Math.trunc(Number(arg ?? '0') || 0)
        .toString(16)
        .toUpperCase();
    case 'o':
      return Math.trunc(Number(arg ?? '0') || 0).toString(8);
    default:
      return String(Math.trunc(Number(arg ?? '0') || 0));
  }
}
