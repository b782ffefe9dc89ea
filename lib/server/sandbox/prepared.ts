import 'server-only';
import { createHash } from 'node:crypto';
import type { Statement } from './statements';

/** A statement that comes so often is prepared: a connection then parses and plans it once. */
const OFTEN = 3;
/** At most so many are, because each connection keeps their plans (some 300 KB each). */
const MOST_PREPARED = 40;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which a statement is prepared: the same text has the same one in every process and after every reload. Null: it is not. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return null;
  const used = (uses.get(text) ?? 0) + 1;
  uses.set(text, used);
  if (used < OFTEN) return null;
  uses.delete(text);
  const made = createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22);
  names.set(text, made);
  return made;
}

/** A statement as `pg` takes it. */
export function prepared({ text, values }: Statement): Statement & { readonly name?: string } {
  const name = nameOf(text);
  return name === null ? { text, values } : { name, text, values };
}
