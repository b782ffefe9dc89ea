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
export function hostFiles(turn: Turn): RootFiles {
  const own = (): Readonly<Record<string, FileEntry>> =>
    turn.state.client.files as Readonly<Record<string, FileEntry>>;
  const save = (files: Readonly<Record<string, FileEntry>>): void => {
    turn.state = { ...turn.state, client: { ...turn.state.client, files } };
  };
  const list = (path: string): readonly string[] => {
    const prefix = path === '/' ? '/' : `${path}/`;
    const names = new Set<string>();
    for (const other of Object.keys(own()))
      if (other.startsWith(prefix)) names.add(other.slice(prefix.length).split('/')[0] ?? '');
    return [...names].sort();
  };
  return {
    get: (path) =>
      own()[path] ?? systemFile(path) ?? (list(path).length > 0 ? { kind: 'directory' } : null),
    list,
    put: (path, entry) => save({ ...own(), [path]: entry }),
    remove: (path) => {
      let files = own();
      for (const other of Object.keys(files))
        if (other === path || other.startsWith(`${path}/`)) files = without(files, other);
      save(files);
    },
  };
}
