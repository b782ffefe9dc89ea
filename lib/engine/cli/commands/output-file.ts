import { parentOf, resolvePath } from '../../files/path';
import { HostFiles } from '../../shell/host-files';
import { CommandError, type Client } from '../client';

/**
 * Checks the place of an `-o` before anything is asked for (moby/sys/atomicwriter) and gives the function that writes it: a terminal gets no tar, without
 * `-o` it goes to the standard output. `failed` begins the complaint: `failed to save image`.
 */
export function tarOutput(client: Client, output: string, failed: string): (text: string) => void {
  if (output === '') {
    if (client.outputIsTerminal)
      throw new CommandError(
        'cowardly refusing to save to a terminal. Use the -o flag or redirect',
      );
    return (text) => client.out(text);
  }
  const files = new HostFiles(client.turn);
  const { uid } = client.user;
  const path = resolvePath(client.cwd, output);
  if (output.includes('/') && path !== '/') {
    const typed = output.slice(0, output.lastIndexOf('/')) || '/';
    const folder = files.get(parentOf(path));
    if (!folder)
      throw new CommandError(
        `${failed}: invalid output path: stat ${typed}: no such file or directory`,
      );
    if (folder.kind !== 'directory')
      throw new CommandError(`${failed}: invalid output path: stat ${typed}: not a directory`);
  }
  if (files.get(path)?.kind === 'directory')
    throw new CommandError(`${failed}: cannot write to a directory`);
  return (text) => files.put(path, { kind: 'text', text, mode: 0o600, uid, gid: uid });
}

/** A file of the learner's machine that a command reads; complains in the words of Go's os.Open. */
export function readInput(client: Client, path: string): string {
  if (resolvePath(client.cwd, path) === '/dev/null') return '';
  const entry = new HostFiles(client.turn).get(resolvePath(client.cwd, path));
  if (!entry || path === '') throw new CommandError(`open ${path}: no such file or directory`);
  if (entry.kind === 'directory') throw new CommandError(`read ${path}: is a directory`);
  return entry.kind === 'text' ? entry.text : '\u0001';
}
