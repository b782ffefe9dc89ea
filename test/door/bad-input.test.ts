import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INPUT } from '@/lib/engine';
import { transcriptCatalogue } from '../engine/support/transcript-catalogue';
import { ask, takeOver } from './support/http';
import { openDoor, type OpenDoor } from './support/open-door';

const start = Date.parse('2026-11-21T22:05:00Z');
let door: OpenDoor;

beforeEach(async () => {
  door = await openDoor(
    { catalogue: transcriptCatalogue(), seed: 'bad', start, images: ['busybox'] },
    { request: 400, head: 200, idle: 1_000, check: 50 },
  );
});
// Closing throws when the door itself has failed at anything.
afterEach(() => door.close());

/** Says something over a bare connection and listens until it is ended. */
function say(bytes: string | Buffer, more?: (write: (bytes: Buffer) => boolean) => void) {
  return new Promise<string>((resolve) => {
    const socket = connect(door.port, '127.0.0.1', () => {
      socket.write(bytes);
      more?.((next) => socket.write(next));
    });
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined); // the door may end what we still write to
    socket.once('close', () => resolve(text));
  });
}

const head = (line: string, ...headers: readonly string[]): string =>
  [line, 'Host: door', ...headers, '', ''].join('\r\n');

describe('what is no request', () => {
  it.each([
    ['words', 'HELO\r\n\r\n'],
    ['a request of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['no host', 'GET /_ping HTTP/1.1\r\n\r\n'],
    ['two lengths', head('POST /auth HTTP/1.1', 'Content-Length: 2', 'Content-Length: 30')],
    [
      'a length and chunks',
      head('POST /auth HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
    ],
    ['a header over two lines', head('GET /_ping HTTP/1.1', 'X: a\r\n Transfer-Encoding: chunked')],
    ['a name with a space', head('POST /auth HTTP/1.1', 'Transfer-Encoding : chunked')],
    ['a bare line feed in a header', head('GET /_ping HTTP/1.1', 'X: a\nY: b')],
  ])('%s: 400, and the connection is ended', async (_what, bytes) => {
    const said = await say(bytes);
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(said.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('nothing that stands behind a refused head is taken for a request', async () => {
    const smuggled = head('POST /containers/create?name=evil HTTP/1.1', 'Content-Length: 0');
    await say(
      head('POST /auth HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked') + smuggled,
    );
    expect(door.handle.sandbox.containers.size).toBe(0);
  });

  it('a head that is too long gets 431', async () => {
    const said = await say(head('GET /_ping HTTP/1.1', `X: ${'x'.repeat(300_000)}`));
    expect(said).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  });

  it.each([
    ['http://example.com/_ping', 400],
    ['*', 400],
    [`/${'x'.repeat(20_000)}`, 400],
    ['/%', 400],
    ['/containers/%00/json', 404],
    ['/containers/%2e%2e%2f%2e%2e%2fetc%2fpasswd/json', 404],
    ['/images/../../etc/passwd/json', 400],
    ['/v1.50/../v1.50/_ping', 404],
    ['/_ping/', 404],
  ])('the address %s gets %i', async (target, status) => {
    const said = await say(head(`GET ${target} HTTP/1.1`, 'Connection: close'));
    expect(said.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
  });

  it('CONNECT leads nowhere', async () => {
    expect(await say('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n')).toBe('');
  });
});

describe('who takes too long', () => {
  it('with a head is cut off', async () => {
    expect(await say('GET /_ping HTTP/1.1\r\nHost: d')).toContain('408 Request Timeout');
  });

  it('with a body is cut off', async () => {
    const begun = head('POST /containers/create HTTP/1.1', 'Content-Length: 100') + '{';
    expect(await say(begun)).toContain('408 Request Timeout');
    expect(door.handle.sandbox.containers.size).toBe(0);
  });

  it('with the body of a request that takes over the connection is cut off', async () => {
    const asked = head(
      'POST /exec/x/start HTTP/1.1',
      'Connection: Upgrade',
      'Upgrade: tcp',
      'Content-Type: application/json',
      'Content-Length: 1000000',
    );
    expect(await say(`${asked}{`)).not.toContain('101');
  });
});

/** A door that takes all it is sent would hold this many bytes. */
const FLOOD = 96_000_000;
const PIECE = Buffer.alloc(1_000_000, `${'a'.repeat(9_999)}\n`);

/** Sends a flood, as fast as it is taken, and stops when it is ended. Returns by how many bytes the process has grown at most. */
async function flood(bytes: string): Promise<number> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = 0;
  await new Promise<void>((resolve) => {
    const socket = connect(door.port, '127.0.0.1', () => {
      socket.write(bytes);
      let sent = 0;
      const more = (): void => {
        while (sent < FLOOD && !socket.destroyed) {
          sent += PIECE.length;
          if (!socket.write(PIECE)) break;
        }
        most = Math.max(most, process.memoryUsage().rss - before);
        if (sent >= FLOOD) socket.destroy();
        else socket.once('drain', more);
      };
      more();
    });
    const idle = setTimeout(() => socket.destroy(), 1_500);
    socket.resume();
    socket.on('error', () => undefined); // the door may end what we still write to
    socket.once('close', () => {
      clearTimeout(idle);
      resolve();
    });
  });
  return most;
}

describe('a client that never ends', () => {
  const chunked = (line: string, ...headers: readonly string[]): string =>
    `${head(line, 'Transfer-Encoding: chunked', ...headers)}${(1e9).toString(16)}\r\n`;
  const size = '77777777777\0';

  /** The head of a file of 8 GB in a tar. */
  function tarHead(): string {
    const block = Buffer.alloc(512);
    block.write('f');
    block.write('0000644\0', 100);
    block.write('0000000\0', 108);
    block.write('0000000\0', 116);
    block.write(size, 124);
    block.write('00000000000\0', 136);
    block.write('        ', 148);
    block.write('0', 156);
    block.write('ustar\x0000', 257);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return block.toString('latin1');
  }

  it.each([
    ['JSON', chunked('POST /containers/create HTTP/1.1', 'Content-Type: application/json')],
    ['a tar', chunked('PUT /containers/box/archive?path=/tmp HTTP/1.1') + tarHead()],
    ['images', chunked('POST /images/load HTTP/1.1') + tarHead()],
    ['a build', chunked('POST /build HTTP/1.1') + tarHead()],
  ])('with %s costs no memory', async (_what, bytes) => {
    await ask(door.port, '/containers/create?name=box', {
      method: 'POST',
      json: { Image: 'busybox' },
    });
    expect(await flood(bytes)).toBeLessThan(80_000_000);
    expect((await ask(door.port, '/_ping')).text).toBe('OK');
  });

  it('with what it types costs no memory', async () => {
    await ask(door.port, '/containers/create?name=box', {
      method: 'POST',
      json: { Image: 'busybox', Cmd: ['sleep', '100'], OpenStdin: true, Tty: true },
    });
    await ask(door.port, '/containers/box/start', { method: 'POST' });
    const asked = head(
      'POST /containers/box/attach?stream=1&stdin=1&stdout=1 HTTP/1.1',
      'Connection: Upgrade',
      'Upgrade: tcp',
    );
    expect(await flood(asked)).toBeLessThan(80_000_000);
    expect((await ask(door.port, '/_ping')).text).toBe('OK');
  });
});

describe('what is not simulated', () => {
  it.each([
    ['POST', '/session', 501],
    ['POST', '/grpc', 501],
    ['POST', '/swarm/init', 501],
    ['POST', '/swarm/join', 501],
    ['GET', '/swarm', 503],
    ['GET', '/nodes', 503],
    ['GET', '/services', 503],
    ['POST', '/services/create', 501],
    ['GET', '/tasks', 503],
    ['GET', '/secrets', 503],
    ['GET', '/configs', 503],
    ['POST', '/plugins/pull', 501],
    ['GET', '/distribution/nginx/json', 501],
    ['GET', '/containers/x/attach/ws', 501],
    ['POST', '/containers/x/checkpoints', 501],
    ['POST', INPUT, 404],
    ['GET', '/nosuch', 404],
    ['TRACE', '/_ping', 404],
  ])('%s %s gets %i and words', async (method, path, status) => {
    const reply = await ask(door.port, path, { method });
    expect(reply.status).toBe(status);
    expect((reply.json as { message: string }).message).not.toBe('');
  });
});

describe('values of wrong kinds', () => {
  const bodies: readonly unknown[] = [
    null,
    [],
    'x',
    5,
    { Image: 5, Cmd: { a: 1 }, HostConfig: [], Env: 'x', Labels: [1] },
    {
      Image: 'busybox',
      HostConfig: { PortBindings: 5, Binds: { a: 1 }, RestartPolicy: 'x', Memory: 'x' },
    },
    { __proto__: { polluted: 1 }, constructor: { prototype: { polluted: 1 } }, toString: 'x' },
    { Container: 5, EndpointConfig: 'x', Name: [], Driver: {}, IPAM: 'x', Options: 5 },
  ];
  const posts = [
    '/containers/create',
    '/containers/box/start',
    '/containers/box/update',
    '/containers/box/exec',
    '/containers/box/rename',
    '/containers/box/resize',
    '/containers/box/kill',
    '/containers/box/wait',
    '/exec/nosuch/start',
    '/networks/create',
    '/networks/bridge/connect',
    '/networks/bridge/disconnect',
    '/volumes/create',
    '/commit?container=box',
    '/images/busybox/tag',
    '/images/busybox/push',
    '/auth',
    '/build/prune',
    '/containers/prune',
    '/images/prune',
    '/networks/prune',
    '/volumes/prune',
  ];

  it.each(posts)('at %s break nothing', async (path) => {
    await ask(door.port, '/containers/create?name=box', {
      method: 'POST',
      json: { Image: 'busybox' },
    });
    for (const json of bodies) {
      const { status } = await ask(door.port, path, { method: 'POST', json });
      expect(status).toBeGreaterThanOrEqual(200);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await ask(door.port, '/_ping')).text).toBe('OK');
  });

  it('in the moments of events are refused', async () => {
    const reply = await ask(door.port, '/events?until=NaN');
    expect(reply.status).toBe(500);
    expect(reply.json).toEqual({
      message: 'strconv.ParseInt: parsing "NaN": invalid syntax',
    });
  });

  it.each([
    '/containers/json',
    '/images/json',
    '/networks',
    '/volumes',
    '/events?until=1&since=0',
    '/images/search?term=x',
    '/system/df',
    '/containers/box/logs?stdout=1',
    '/containers/box/top',
    '/containers/box/archive',
  ])('in the query of %s break nothing', async (path) => {
    const mark = path.includes('?') ? '&' : '?';
    for (const query of [
      'filters=[',
      'filters={"status":5,"until":{"a":true},"label":["x"],"event":[5]}',
      'filters={"__proto__":["x"]}',
      'limit=-1&until=x&all=maybe&since=x&before=nosuch&size=2',
      'tail=x&since=1e400&until=NaN&timestamps=2',
      'ps_args=%00;rm&path=../../../../etc/passwd',
    ]) {
      const { status } = await ask(door.port, `${path}${mark}${encodeURI(query)}`);
      expect(status).toBeGreaterThanOrEqual(200);
    }
  });

  it('a stream that is asked of nothing is refused as an ordinary request is', async () => {
    const stream = await takeOver(door.port, '/containers/nosuch/attach?stream=1&stdout=1');
    expect(stream.head).toMatch(/^HTTP\/1\.1 404 /);
    stream.socket.destroy();
  });
});
