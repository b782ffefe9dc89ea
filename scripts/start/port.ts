import { createServer } from 'node:net';
import { busyPort } from './web-server';

/**
 * Finds out before the long steps whether the port can be had. The web server finds the other things
 * that may be wrong with an address.
 *
 * @throws Problem when somebody listens on it
 */
export function assertPortIsFree(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') reject(busyPort(port));
      else resolve();
    });
    probe.listen(port, host, () => {
      probe.close(() => resolve());
    });
  });
}
