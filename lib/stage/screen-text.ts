/** Where the cursor goes to the top left corner, to draw over what stands there. */
const TOP = '\u001b[H';
/** Colours, and what a terminal does with its cursor. */
const SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** What an output leaves on a terminal's screen, as text without colours: of what is drawn again and again (`docker stats`) the last time. */
export function screenText(output: string): string {
  const last = output.lastIndexOf(TOP);
  if (last < 0) return output.replace(SEQUENCES, '');
  const drawn = output.slice(last).replace(SEQUENCES, '');
  return `${drawn.replace(/[ \t]+$/gm, '').trimEnd()}\n`;
}
