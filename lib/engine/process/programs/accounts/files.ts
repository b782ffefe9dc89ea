import { join } from '../../../files/path';
import type { ProgramCall } from '../../program';
import { textOfEntry } from '../input';

const PATHS = {
  users: '/etc/passwd',
  groups: '/etc/group',
  passwords: '/etc/shadow',
  groupPasswords: '/etc/gshadow',
} as const;
type Kind = keyof typeof PATHS;

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

const DAY = 86_400_000;
const words = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean);

/** The account files of a container (passwd(5), group(5), shadow(5), gshadow(5)). What is changed is written at once; the file as it was stays beside it with `-` behind its name. */
export class AccountFiles {
  constructor(private readonly call: ProgramCall) {}

  users(): readonly User[] {
    return this.rows('users').map(
      ([name = '', , uid, gid, comment = '', home = '', shell = '']) => ({
        name,
        uid: Number(uid),
        gid: Number(gid),
        comment,
        home,
        shell,
      }),
    );
  }

  groups(): readonly Group[] {
    return this.rows('groups').map(([name = '', , gid, members]) => ({
      name,
      gid: Number(gid),
      members: words(members),
    }));
  }

  user(name: string): User | null {
    return this.users().find((each) => each.name === name) ?? null;
  }

  /** A group by its name, or by its number. */
  group(word: string): Group | null {
    const groups = this.groups();
    return (
      groups.find(({ name }) => name === word) ??
      groups.find(({ gid }) => /^\d+$/.test(word) && gid === Number(word)) ??
      null
    );
  }

  /** Days since 1970, as shadow(5) counts. */
  today(): number {
    return Math.floor(this.call.host.now / DAY);
  }

  addUser(user: User, password: string): void {
    this.append('users', this.userRow(user));
    this.append('passwords', `${user.name}:${password}`);
  }

  /** Changes a user, also its name where that is another. */
  changeUser(name: string, change: (before: User) => User): void {
    const before = this.user(name);
    if (!before) return;
    const after = change(before);
    this.replace('users', name, () => this.userRow(after));
    if (after.name === name) return;
    this.replace('passwords', name, ([, ...rest]) => [after.name, ...rest].join(':'));
    this.rename(name, after.name);
  }

  removeUser(name: string): void {
    this.replace('users', name, () => null);
    this.replace('passwords', name, () => null);
    this.rename(name, null);
  }

  addGroup({ name, gid, members }: Group): void {
    this.append('groups', `${name}:x:${gid}:${members.join(',')}`);
    this.append('groupPasswords', `${name}:!::${members.join(',')}`);
  }

  /** Changes a group's name, number or members. */
  changeGroup(name: string, change: (before: Group) => Group): void {
    const before = this.groups().find((each) => each.name === name);
    if (!before) return;
    const after = change(before);
    const members = after.members.join(',');
    this.replace('groups', name, () => `${after.name}:x:${after.gid}:${members}`);
    this.replace('groupPasswords', name, ([, word = '!', administrators = '']) =>
      [after.name, word, administrators, members].join(':'),
    );
  }

  removeGroup(name: string): void {
    this.replace('groups', name, () => null);
    this.replace('groupPasswords', name, () => null);
  }

  /** The fields of a user's line in shadow(5); null where there is none. */
  password(name: string): readonly string[] | null {
    return this.rows('passwords').find(([each]) => each === name) ?? null;
  }

  setPassword(name: string, change: (fields: readonly string[]) => readonly string[]): void {
    this.replace('passwords', name, (fields) => change(fields).join(':'));
  }

  /** Adds a range of subordinate numbers for a new user (subuid(5)), where such files are. */
  addSubordinates(name: string): void {
    for (const path of ['/etc/subuid', '/etc/subgid']) {
      const before = this.text(path);
      if (before === null) continue;
      const ends = before.split('\n').map((line) => {
        const [, start = '0', count = '0'] = line.split(':');
        return Number(start) + Number(count);
      });
      this.save(path, `${before}${name}:${Math.max(100_000, ...ends)}:65536\n`);
    }
  }

  removeSubordinates(name: string): void {
    for (const path of ['/etc/subuid', '/etc/subgid']) {
      const before = this.text(path);
      if (before === null) continue;
      const kept = before.split('\n').filter((line) => !line.startsWith(`${name}:`));
      this.save(path, kept.join('\n'));
    }
  }

  /** Makes a home folder with what stands in `skeleton`; everything becomes the user's. */
  makeHome({ home, uid, gid }: User, mode: number, skeleton: string): void {
    const { files } = this.call.host;
    files.put(home, { kind: 'directory', mode, uid, gid });
    if (files.get(skeleton)?.kind !== 'directory') return;
    for (const name of files.list(skeleton)) {
      const entry = files.at(join(skeleton, name));
      if (entry) files.put(join(home, name), { ...entry, uid, gid });
    }
  }

  private userRow({ name, uid, gid, comment, home, shell }: User): string {
    return `${name}:x:${uid}:${gid}:${comment}:${home}:${shell}`;
  }

  /** Another name, or none, in the lists of members. */
  private rename(name: string, other: string | null): void {
    for (const group of this.groups())
      if (group.members.includes(name))
        this.changeGroup(group.name, (before) => ({
          ...before,
          members: before.members.flatMap((each) => (each === name ? (other ?? []) : each)),
        }));
  }

  private text(path: string): string | null {
    const entry = this.call.host.files.get(path);
    return entry ? textOfEntry(entry) : null;
  }

  private rows(kind: Kind): readonly (readonly string[])[] {
    const lines = (this.text(PATHS[kind]) ?? '').split('\n');
    return lines.filter((line) => line !== '').map((line) => line.split(':'));
  }

  private append(kind: Kind, line: string): void {
    const before = this.text(PATHS[kind]);
    if (before !== null || kind === 'users' || kind === 'groups')
      this.save(PATHS[kind], `${before ?? ''}${line}\n`);
  }

  /** Replaces the line of that name; null takes it out. */
  private replace(
    kind: Kind,
    name: string,
    change: (fields: readonly string[]) => string | null,
  ): void {
    if (this.text(PATHS[kind]) === null) return;
    const lines = this.rows(kind).flatMap((fields) =>
      fields[0] === name ? (change(fields) ?? []) : fields.join(':'),
    );
    this.save(PATHS[kind], lines.map((line) => `${line}\n`).join(''));
  }

  private save(path: string, text: string): void {
    const { files } = this.call.host;
    const before = files.get(path);
    if (before?.kind === 'text' && before.text === text) return;
    if (before) files.put(`${path}-`, before);
    files.write(path, { kind: 'text', text });
  }
}

/** The first number from `first` on that none of some has. */
export function firstFree(first: number, taken: readonly number[]): number {
  let id = first;
  while (taken.includes(id)) id++;
  return id;
}
