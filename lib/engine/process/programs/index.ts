import type { Program } from '../program';
import { filePrograms } from './files';
import { packagePrograms } from './packages';
import { serverPrograms } from './servers';
import { shellPrograms } from './shells';
import { systemPrograms } from './system';
import { textPrograms } from './text';

/** Every simulated program by the name that the catalogue's files give. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...Object.entries(filePrograms),
  ...Object.entries(packagePrograms),
  ...Object.entries(serverPrograms),
  ...Object.entries(shellPrograms),
  ...Object.entries(systemPrograms),
  ...Object.entries(textPrograms),
]);
