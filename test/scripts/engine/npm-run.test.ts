import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { expect, it } from 'vitest';

/** Does somebody listen there? */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

it('npm run engine says where it listens, and ends with npm when that is asked to stop', async () => {
  const npm = spawn('npm', ['run', 'engine', '--', '--open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => npm.once('close', resolve));
  const port = await new Promise<number>((resolve) => {
    let text = '';
    npm.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const found = /DOCKER_HOST=tcp:\/\/127\.0\.0\.1:(\d+)\n/.exec(text)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  expect(await listens(port)).toBe(true);
  npm.kill('SIGTERM');
  // Its output is closed when every process that could write to it has ended.
  await ended;
  expect(await listens(port)).toBe(false);
});
