import type { FileEntry } from '../filesystem';
import { mergeLayers } from '../files/merge';
import type { Tree } from '../files/tree';
import type { Sandbox } from '../state';
import { hostPrograms } from './host-programs';

/** The learner's home folder on the simulated machine. */
export const HOME = '/home/learner';

const folder: FileEntry = { kind: 'directory' };
const learners = { uid: 1000, gid: 1000 };

/** What stands on the machine besides the learner's own files. */
const system = mergeLayers([
  {
    '/etc/group': { kind: 'text', text: 'root:x:0:\ndocker:x:998:learner\nlearner:x:1000:\n' },
    '/etc/hostname': { kind: 'text', text: 'docker-vm\n' },
    '/etc/hosts': { kind: 'text', text: '127.0.0.1\tlocalhost\n127.0.1.1\tdocker-vm\n' },
    '/etc/os-release': {
      kind: 'text',
      text: 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n',
    },
    '/etc/passwd': {
      kind: 'text',
      text: 'root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n',
    },
    [HOME]: { ...folder, ...learners, mode: 0o750 },
    '/root': folder,
    '/tmp': folder,
    '/var/run/docker.sock': { kind: 'device', major: 0, minor: 0, mode: 0o660 },
    ...Object.fromEntries(
      hostPrograms.map((name): [string, FileEntry] => [
        `/usr/bin/${name}`,
        { kind: 'program', program: name, size: 100_000 },
      ]),
    ),
    '/usr/bin/sh': { kind: 'link', target: 'dash' },
    '/bin': { kind: 'link', target: 'usr/bin' },
  },
]);

/** The machine's files: the learner's over the system's. */
export function hostTree(state: Sandbox): Tree {
  return { own: state.client.files, below: system };
}
