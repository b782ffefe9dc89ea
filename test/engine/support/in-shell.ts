import { session } from './course';

const SHELLS = { bash: 'ubuntu bash', dash: 'ubuntu sh', ash: 'busybox sh' } as const;

export type Shell = keyof typeof SHELLS;

/** What a script prints on both outputs in a container's shell, and its exit code; numbers of processes are PID. */
export function toldBy(shell: Shell, script: string): readonly [string, string, number] {
  const quoted = `'${script.replaceAll("'", `'\\''`)}'`;
  const { last } = session([`docker run --rm ${SHELLS[shell]} -c ${quoted}`], {
    images: ['ubuntu', 'busybox'],
  });
  const stderr = last.stderr.replace(/line (\d+): +\d+ /g, 'line $1: PID ');
  return [last.stdout, stderr, last.exitCode];
}
