import 'server-only';
import { transferSizes, type Sandbox, type Told, type World } from '@/lib/engine';
import { assertNever } from '@/lib/kernel/assert-never';
import type { PacedPiece } from '@/lib/quiz/terminal';
import { paceBuild, paceTransfer, type PacedMessages } from '../door/pace-messages';

/**
 * How a terminal shows an output as it came: layers on their way, steps of a build, what a process wrote while the host's clock went on. Written one after the
 * other the pieces leave the same on the screen. Nothing where all of it came at once.
 */
export function pacedOutput(
  {
    shown,
    told,
    sandbox,
  }: { readonly shown: string; readonly told: readonly Told[]; readonly sandbox: Sandbox },
  world: World,
): readonly PacedPiece[] {
  if (told.length === 0) return [];
  const sizes = transferSizes(sandbox, world);
  const pieces: PacedPiece[] = [];
  let at = 0;
  for (const part of told) {
    const from = shown.indexOf(part.text, at);
    if (from < 0) continue; // it went into a pipe
    if (from > at) pieces.push({ kind: 'text', pause: 0, text: shown.slice(at, from) });
    pieces.push(...piecesOf(part, sizes));
    at = from + part.text.length;
  }
  if (at < shown.length) pieces.push({ kind: 'text', pause: 0, text: shown.slice(at) });
  return pieces.some(({ pause }) => pause > 0) ? pieces : [];
}

function piecesOf(part: Told, sizes: ReadonlyMap<string, number>): readonly PacedPiece[] {
  switch (part.kind) {
    case 'messages': {
      const { messages, begin, moments } = part;
      const paced =
        moments === null
          ? paceTransfer(messages, sizes)
          : paceBuild(messages, { moments, begin }, sizes);
      return paced.map((step: PacedMessages) => ({ kind: 'messages', ...step }));
    }
    case 'pieces': {
      let from = 0;
      let before = part.pieces[0]?.at ?? 0;
      return part.pieces.map(({ at, length }) => {
        const text = part.text.slice(from, from + length);
        const pause = at - before;
        from += length;
        before = at;
        return { kind: 'text', pause, text };
      });
    }
    default:
      return assertNever(part);
  }
}
