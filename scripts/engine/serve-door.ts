import type { Server } from 'node:http';
import type { OpenDoor } from '@/lib/server/door/server';
import { Problem } from '../support/problem.mjs';
import { askedToStop } from '../start/stop-signal';

/** The door is open to this machine alone: a proxy in front gives it a certificate and a name (docs/operations.md). */
const LOOPBACK = '127.0.0.1';

/** Listens, says so in one line, and serves until asked to stop; what `onOpen` returns is done at the end. @throws Problem when the port is taken */
export async function serveDoor(
  { server, close }: OpenDoor,
  port: number,
  path: string,
  onOpen: (port: number) => Promise<() => Promise<void>> = () =>
    Promise.resolve(() => Promise.resolve()),
): Promise<number> {
  const opened = await listen(server, port);
  const onClose = await onOpen(opened);
  console.log(`The engine listens: export DOCKER_HOST=tcp://${LOOPBACK}:${opened}${path}`);
  await askedToStop();
  await onClose();
  await close();
  return 0;
}

/** Listens on loopback; returns the port. @throws Problem when it cannot be had */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES') return reject(failure);
      const reason =
        failure.code === 'EACCES'
          ? 'may not be opened by this user'
          : 'is taken by another program';
      const command =
        'The docker command line finds no engine here. Choose another port: npm run engine -- --port 2376, or ENGINE_PORT=2376 npm start';
      reject(new Problem(`Port ${port} ${reason}.`, command));
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
