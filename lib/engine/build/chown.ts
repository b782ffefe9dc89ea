import type { RootFiles } from '../files/root-files';
import { refuse } from '../errors';
import { wrapped } from './dockerfile/refusal';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The number of a name in an account file, or the number itself. */
function numberOf(files: RootFiles, path: string, name: string, kind: 'user' | 'group'): number {
  if (/^[+-]?\d+$/.test(name)) return Number(name);
  const entry = files.get(path);
  const lines = entry?.kind === 'text' ? entry.text.split('\n') : [];
  const fields = lines.map((line) => line.split(':')).find(([known]) => known === name);
  return fields ? Number(fields[2] ?? 0) : refuse('internal', `no such ${kind}: ${name}`);
}

/** `--chown=user:group` by the accounts of the image; without a group the user's name is the group's too (moby internals_linux.go parseChownFlag). */
export function parseChown(files: RootFiles, text: string): Owner {
  return wrapped('unable to convert uid/gid chown string to host mapping', () => {
    const parts = text.split(':');
    const [user = '', group = user] = parts;
    if (parts.length > 2) refuse('internal', `invalid chown string format: ${text}`);
    return {
      uid: wrapped(`can't find uid for user ${user}`, () =>
        numberOf(files, '/etc/passwd', user, 'user'),
      ),
      gid: wrapped(`can't find gid for group ${group}`, () =>
        numberOf(files, '/etc/group', group, 'group'),
      ),
    };
  });
}
