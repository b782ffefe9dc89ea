import type { LaunchRefusal } from '../process/host';

/** Why a program cannot be started, in runc's words. */
export function executableRefusal(word: string, reason: LaunchRefusal): string {
  if (reason !== 'not found' && reason !== 'no interpreter')
    return `exec: "${word}": permission denied: unknown`;
  return word.includes('/')
    ? `exec: "${word}": stat ${word}: no such file or directory: unknown`
    : `exec: "${word}": executable file not found in $PATH: unknown`;
}
