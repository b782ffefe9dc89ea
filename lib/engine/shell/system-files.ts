import type { FileEntry, LayerFiles } from '../filesystem';
import type { HostData } from '../host';
import { hostPrograms } from './host-programs';

const folder: FileEntry = { kind: 'directory' };
const device = (major: number, minor: number): FileEntry => ({
  kind: 'device',
  major,
  minor,
  mode: 0o666,
});
const text = (content: string): FileEntry => ({ kind: 'text', text: content });

/** What stands on the machine besides the learner's own files. */
export function systemFiles({ name, user, operatingSystem: system }: HostData): LayerFiles {
  const { name: login, uid, home } = user;
  return {
    '/dev/null': device(1, 3),
    '/dev/zero': device(1, 5),
    '/etc/group': text(`root:x:0:\ndocker:x:998:${login}\n${login}:x:${uid}:\n`),
    '/etc/hostname': text(`${name}\n`),
    '/etc/hosts': text(`127.0.0.1\tlocalhost\n127.0.1.1\t${name}\n`),
    '/etc/os-release': text(
      `PRETTY_NAME="${system.pretty}"\nNAME="${system.name}"\nVERSION_ID="${system.version}"\nID=${system.id}\n`,
    ),
    '/etc/passwd': text(
      `root:x:0:0:root:/root:/bin/bash\n${login}:x:${uid}:${uid}:${login}:${home}:/bin/bash\n`,
    ),
    [home]: { ...folder, uid, gid: uid, mode: 0o750 },
    '/root': folder,
    '/tmp': folder,
    '/var/run/docker.sock': { kind: 'device', major: 0, minor: 0, mode: 0o660 },
    ...Object.fromEntries(
      hostPrograms.map((program): [string, FileEntry] => [
        `/usr/bin/${program}`,
        { kind: 'program', program, size: 100_000 },
      ]),
    ),
    '/usr/bin/sh': { kind: 'link', target: 'dash' },
    '/bin': { kind: 'link', target: 'usr/bin' },
  };
}
