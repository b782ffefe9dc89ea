import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Starts the engine's HTTP door as a child process, on loopback. Drydock does without it: where its port is taken the child says so, and nothing else
 * happens. It ends when this process is gone.
 *
 * @param env what it needs beside this process's environment: DATABASE_URL, NEXTAUTH_SECRET
 * @returns what ends it
 */
export function startEngineDoor(
  root: string,
  port: number,
  env: Readonly<Record<string, string>>,
): () => Promise<void> {
  const script = path.join(root, 'scripts/engine.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', script, '--port', String(port)],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (failure) => {
      console.error(`The engine's door did not start: ${failure.message}`);
      resolve();
    });
  });
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}
