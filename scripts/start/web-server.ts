import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from '../support/problem.mjs';

const Report = z.union([
  z.object({ ready: z.number() }),
  z.object({ failed: z.string().nullable(), message: z.string() }),
]);

export type WebServer = {
  readonly port: number;
  /** Requests under way are finished (five seconds at most), then the process is gone. */
  readonly stop: () => Promise<void>;
  /** Resolves when the process ended, for whatever reason. */
  readonly ended: Promise<void>;
};

/**
 * Starts the web server as a child process and waits until it serves.
 *
 * @param env what it needs beside this process's environment: DATABASE_URL, NEXTAUTH_SECRET, PORT …
 * @param output 'inherit' shows its log; a file descriptor takes it
 * @throws Problem when the port is busy or not allowed
 */
export async function startWebServer(
  root: string,
  env: Readonly<Record<string, string>>,
  output: 'inherit' | number = 'inherit',
): Promise<WebServer> {
  const child = spawn(process.execPath, [path.join(root, 'scripts/serve.mjs')], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const port = await untilReady(child, env['PORT'] ?? '');
  const stop = async () => {
    if (child.connected) child.send('stop');
    await ended;
  };
  return { port, stop, ended };
}

function untilReady(child: ChildProcess, port: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The web server ended with ${String(code)} before it served.`));
    });
    child.once('message', (message) => {
      const report = Report.parse(message);
      if ('ready' in report) resolve(report.ready);
      else reject(explain(report.failed, report.message, port));
    });
  });
}

function explain(code: string | null, message: string, port: string): Error {
  if (code === 'EADDRINUSE') return busyPort(port);
  if (code === 'EACCES')
    return new Problem(
      `This user may not open port ${port}.`,
      'Choose one from 1024 up: PORT=3000 npm start',
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Problem(
      `HOST is not an address of this machine (${message}).`,
      'Leave HOST unset to serve on all addresses, or set it to one of them, for example HOST=127.0.0.1',
    );
  return new Error(message);
}

/** What to say when somebody else has the port. */
export function busyPort(port: string | number): Problem {
  return new Problem(
    `Port ${port} is taken by another program.`,
    `Stop that program, or choose another port: PORT=${Number(port) + 1} npm start`,
  );
}
