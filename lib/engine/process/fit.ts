import { sizeOfEntry } from '../files/attributes';
import type { FileEntry } from '../filesystem';

/** The first bytes of a content, as many as find room; the entry itself when all of it does. */
export function fit(entry: FileEntry, room: number): FileEntry {
  if (room === Infinity || sizeOfEntry(entry) <= room) return entry;
  if (entry.kind === 'zeros' || entry.kind === 'program')
    return { ...attributesOf(entry), kind: 'zeros', size: room };
  if (entry.kind !== 'text') return entry;
  const bytes = new TextEncoder().encode(entry.text).slice(0, room);
  return { ...entry, text: new TextDecoder().decode(bytes).replace(/\uFFFD+$/, '') };
}

function attributesOf({ mode, uid, gid }: FileEntry): Partial<FileEntry> {
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  };
}
