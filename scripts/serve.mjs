import { createServer } from 'node:http';
import next from 'next';

/**
 * The web server, as a child of `npm start`, `npm run dev` and the browser tests. It speaks to its
 * parent over Node's channel: `{ ready: port }` when it serves, `{ failed: code, message }` when it cannot. It
 * ends when the parent says 'stop', and also when the parent is gone: nobody is left on the port.
 */

const development = process.env['NODE_ENV'] !== 'production';
const port = Number(process.env['PORT']);
const hostname = process.env['HOST'] || undefined;

// Ctrl-C reaches every process of the terminal; the parent decides the order in which things stop.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => stop());
process.on('message', (message) => {
  if (message === 'stop') void stop();
});
process.on('disconnect', () => stop());

const server = createServer();
const app = next({
  dev: development,
  dir: process.cwd(),
  hostname: hostname ?? 'localhost',
  port,
  httpServer: server,
});
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  // Requests under way get five seconds; idle connections none.
  setTimeout(() => process.exit(0), 5000).unref();
  server.close();
  server.closeIdleConnections();
  await app.close();
  process.exit(0);
}

server.on('error', (error) => {
  const code = 'code' in error ? error.code : null;
  process.send?.({ failed: code, message: error.message });
  process.exitCode = 1;
  process.disconnect?.();
});

await app.prepare();
const handle = app.getRequestHandler();
server.on('request', (request, response) => void handle(request, response));
server.listen(port, hostname, () => {
  const address = server.address();
  process.send?.({ ready: typeof address === 'object' && address !== null ? address.port : port });
});
