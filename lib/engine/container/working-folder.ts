import { refuse } from '../errors';
import { resolvePath } from '../files/path';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { mountOf, rootFiles } from './container-files';
import { MOUNTED_FILES } from './docker-files';

/**
 * Makes the folder that a container's programs begin in where it is missing: when the container is made, and once more when it starts. What lies in a mount
 * is made at the start only. Refuses a path that is a file (moby container/container.go SetupWorkingDirectory).
 */
export function makeWorkingFolder(turn: Turn, container: Container, starts: boolean): void {
  const { WorkingDir: asked = '' } = container.config;
  if (asked === '') return;
  const path = resolvePath('/', asked);
  if (!starts && mountOf(container, path) !== null) return;
  const files = rootFiles(turn, container.id);
  const there = files.get(path);
  if ((there !== null && there.kind !== 'directory') || MOUNTED_FILES.includes(path))
    refuse('invalid-parameter', `Cannot mkdir: ${path} is not a directory`);
  if (there === null) files.put(path, { kind: 'directory' });
}
