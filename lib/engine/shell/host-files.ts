import type { RootFiles } from '../container/root-files';
import type { FileEntry } from '../filesystem';
import { without, type Turn } from '../turn';

const HOME = '/home/learner';
const PROGRAMS = [
  'cat',
  'chmod',
  'cp',
  'date',
  'echo',
  'env',
  'false',
  'find',
  'grep',
  'head',
  'hostname',
  'id',
  'ls',
  'mkdir',
  'mv',
  'printf',
  'pwd',
  'rm',
  'rmdir',
  'seq',
  'sleep',
  'sort',
  'tail',
  'tee',
  'test',
  'touch',
  'true',
  'uniq',
  'wc',
  'whoami',
];
const PASSWD =
  'root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n';

/** Files of the machine that stand in no state: the programs, the accounts. */
function systemFile(path: string): FileEntry | null {
  const name = path.startsWith('/usr/bin/') ? path.slice('/usr/bin/'.length) : '';
  if (PROGRAMS.includes(name) || name === 'docker')
    return { kind: 'program', program: name, size: 1 };
  if (path === '/etc/passwd') return { kind: 'text', text: PASSWD };
  if (path === '/etc/group') return { kind: 'text', text: 'root:x:0:\nlearner:x:1000:\n' };
  return ['/', '/home', HOME, '/tmp', '/etc', '/usr', '/usr/bin'].includes(path)
    ? { kind: 'directory' }
    : null;
}

/** The learner's own machine as a process sees it: the home folder and a few programs. */
export class HostFiles implements RootFiles {
  constructor(private readonly turn: Turn) {}

  private own(): Readonly<Record<string, FileEntry>> {
    return this.turn.state.client.files as Readonly<Record<string, FileEntry>>;
  }

  private save(files: Readonly<Record<string, FileEntry>>): void {
    const { state } = this.turn;
    this.turn.state = { ...state, client: { ...state.client, files } };
  }

  get(path: string): FileEntry | null {
    const entry = this.own()[path] ?? systemFile(path);
    return entry ?? (this.list(path).length > 0 ? { kind: 'directory' } : null);
  }

  list(path: string): readonly string[] {
    const prefix = path === '/' ? '/' : `${path}/`;
    const names = new Set<string>();
    for (const other of Object.keys(this.own()))
      if (other.startsWith(prefix)) names.add(other.slice(prefix.length).split('/')[0] ?? '');
    return [...names].sort();
  }

  put(path: string, entry: FileEntry): void {
    this.save({ ...this.own(), [path]: entry });
  }

  remove(path: string): void {
    let files = this.own();
    for (const other of Object.keys(files))
      if (other === path || other.startsWith(`${path}/`)) files = without(files, other);
    this.save(files);
  }
}
