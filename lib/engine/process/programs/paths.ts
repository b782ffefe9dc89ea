import { parentOf, resolvePath } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import { accountOf } from '../account';
import { fit } from '../fit';
import type { ProgramCall } from '../program';

/** Why not all of a content could be written: as much as found room is there. */
export const NO_ROOM = 'No space left on device';

/** A path as a program is given it, made absolute. */
export function absolute(call: ProgramCall, path: string): string {
  return resolvePath(call.cwd, path);
}

/** What a path leads to, links followed. */
export function entryOf(call: ProgramCall, path: string): FileEntry | null {
  return call.host.files.get(absolute(call, path));
}

/** What stands at a path, a link itself. */
export function linkOrEntry(call: ProgramCall, path: string): FileEntry | null {
  return call.host.files.at(absolute(call, path));
}

/** An entry as its maker's: new files belong to who makes them. */
export function owned(call: ProgramCall, entry: FileEntry): FileEntry {
  const { uid, gid } = accountOf(call.host.files, call.user);
  return uid === 0 && gid === 0 ? entry : { ...entry, uid, gid };
}

/** Why nothing can be made at a path, or null. */
export function obstacle(call: ProgramCall, path: string): string | null {
  const at = absolute(call, path);
  const { files } = call.host;
  const folder = files.get(parentOf(at));
  if (!folder) return 'No such file or directory';
  if (folder.kind !== 'directory') return 'Not a directory';
  return call.host.refusal(at, call.user, 'write');
}

/** Makes or replaces an entry; why it could not, or null. */
export function make(call: ProgramCall, path: string, entry: FileEntry): string | null {
  const reason = obstacle(call, path);
  if (reason !== null) return reason;
  const at = absolute(call, path);
  const fitting = fit(entry, call.host.room(at));
  call.host.files.put(at, owned(call, fitting));
  return fitting === entry ? null : NO_ROOM;
}

/** Writes a file's content, keeping what else is known of one that exists; why it could not, or null. */
export function writeText(call: ProgramCall, path: string, text: string): string | null {
  const at = absolute(call, path);
  const { files } = call.host;
  if (at === '/dev/null') return null;
  const before = files.get(at);
  if (before?.kind === 'directory') return 'Is a directory';
  const reason = before ? call.host.refusal(at, call.user, 'write') : obstacle(call, path);
  if (reason !== null) return reason;
  const whole = { kind: 'text', text } as const;
  const fitting = fit(whole, call.host.room(at));
  if (before) files.write(at, fitting);
  else files.put(files.real(at), owned(call, fitting));
  return fitting === whole ? null : NO_ROOM;
}

/** One more name for a file; both paths are absolute. */
export function hardLink({ host: { files } }: ProgramCall, path: string, name: string): void {
  const entry = files.at(path);
  if (!entry) return;
  const inode = entry.inode ?? path;
  files.alter(path, (before) => ({ ...before, inode }), false);
  files.put(name, { ...entry, inode, mtime: files.changedAt(path, entry) });
}
