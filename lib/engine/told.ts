/** How a part of what somebody sees at a terminal has come. `text` is that part as it stands there in the end. */
export type Told =
  /** By the messages of a transfer or a build, from the moment `begin` on; `moments`: when each was told, where that is known. */
  | {
      readonly kind: 'messages';
      readonly text: string;
      readonly messages: readonly unknown[];
      readonly begin: number;
      readonly moments: readonly number[] | null;
    }
  /** Piece by piece, while the host's clock went on. */
  | { readonly kind: 'pieces'; readonly text: string; readonly pieces: readonly ToldPiece[] };

/** So many characters, written at this moment. */
interface ToldPiece {
  readonly at: number;
  readonly length: number;
}

/** The pieces of an output that somebody watches; null where all of it came in one moment. */
export function toldPieces(
  written: readonly { readonly at: number; readonly text: string }[],
): Told | null {
  const [first] = written;
  const last = written.at(-1);
  if (first === undefined || last === undefined || first.at === last.at) return null;
  return {
    kind: 'pieces',
    text: written.map(({ text }) => text).join(''),
    pieces: written.map(({ at, text }) => ({ at, length: text.length })),
  };
}
