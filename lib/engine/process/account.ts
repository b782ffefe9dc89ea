import type { FileEntry } from '../filesystem';

/** Who a process is. */
export interface Account {
  /** `''` when the account files do not know the number. */
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
}

/** The lines of an account file, cut at the colons, by name and by number; the first of several counts. */
type Lines = ReadonlyMap<string, readonly string[]>;
const known = new WeakMap<FileEntry, Lines>();

interface Reader {
  get(path: string): FileEntry | null;
}

/** Reads an account file, once. */
function linesOf(entry: FileEntry & { readonly kind: 'text' }): Lines {
  const read = known.get(entry);
  if (read) return read;
  const lines = new Map<string, readonly string[]>();
  for (const line of entry.text.split('\n')) {
    const fields = line.split(':');
    const [name = '', , id = name] = fields;
    if (!lines.has(name)) lines.set(name, fields);
    if (!lines.has(id)) lines.set(id, fields);
  }
  known.set(entry, lines);
  return lines;
}

function find(files: Reader, path: string, key: string): readonly string[] | null {
  const entry = files.get(path);
  return (entry?.kind === 'text' && linesOf(entry).get(key)) || null;
}

/** The account of `user` or `user:group`, each a name or a number; a name that is not there counts as root's number. */
export function accountOf(files: Reader, wanted: string): Account {
  const [user = '', group] = wanted.includes(':') ? wanted.split(':') : [wanted];
  const fields = find(files, '/etc/passwd', user === '' ? '0' : user);
  const uid = Number(fields?.[2] ?? (/^\d+$/.test(user) ? user : 0));
  const gid =
    group === undefined || group === ''
      ? Number(fields?.[3] ?? 0)
      : Number(find(files, '/etc/group', group)?.[2] ?? (/^\d+$/.test(group) ? group : 0));
  const home = fields?.[5] ?? (uid === 0 ? '/root' : '/');
  return { name: fields?.[0] ?? '', uid, gid, home, shell: fields?.[6] || '/bin/sh' };
}

/** A user's name by number, or the number itself. */
export function userName(files: Reader, uid: number): string {
  return find(files, '/etc/passwd', String(uid))?.[0] ?? String(uid);
}

/** A group's name by number, or the number itself. */
export function groupName(files: Reader, gid: number): string {
  return find(files, '/etc/group', String(gid))?.[0] ?? String(gid);
}

/** The numbers of a user and a group as `chown` takes them; null when there is no such name. */
export function userId(files: Reader, user: string): number | null {
  const fields = find(files, '/etc/passwd', user);
  return fields ? Number(fields[2]) : /^\d+$/.test(user) ? Number(user) : null;
}

export function groupId(files: Reader, group: string): number | null {
  const fields = find(files, '/etc/group', group);
  return fields ? Number(fields[2]) : /^\d+$/.test(group) ? Number(group) : null;
}
