/**
 * Splits at the separators: a run of blanks is one separator, any other separator ends a field of its own. A null at
 * either end says that the text began or ended with a separator, so its neighbours do not join it.
 */
export function splitFields(text: string, separators: string): (string | null)[] {
  const pieces: (string | null)[] = [];
  let piece: string | null = null;
  let afterHard = false;
  let pendingBlank = false;
  for (const character of text) {
    if (!separators.includes(character)) {
      if (pendingBlank) {
        pieces.push(piece);
        piece = null;
        pendingBlank = false;
      }
      piece = (piece ?? '') + character;
      afterHard = false;
    } else if (' \t\n'.includes(character)) {
      if (!afterHard) pendingBlank = true;
    } else {
      pieces.push(piece ?? '');
      piece = null;
      pendingBlank = false;
      afterHard = true;
    }
  }
  pieces.push(piece);
  if (pendingBlank) pieces.push(null);
  return pieces;
}
