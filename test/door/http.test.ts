import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INPUT } from '@/lib/engine';
import { transcriptCatalogue } from '../engine/support/transcript-catalogue';
import { ask, framesOf, takeOver } from './support/http';
import { openDoor, type OpenDoor } from './support/open-door';

const catalogue = transcriptCatalogue();
const start = Date.parse('2026-11-21T22:05:00Z');

let door: OpenDoor;

beforeEach(async () => {
  door = await openDoor({ catalogue, seed: 'http', start, images: ['busybox', 'nginx'] });
});
afterEach(() => door.close());

async function create(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const reply = await ask(door.port, `/v1.50/containers/create?name=${name}`, {
    method: 'POST',
    json: { Image: 'busybox', Cmd: ['sleep', '60'], ...more },
  });
  expect(reply.status).toBe(201);
  return (reply.json as { Id: string }).Id;
}

const post = (path: string, json?: unknown) =>
  ask(door.port, path, json === undefined ? { method: 'POST' } : { method: 'POST', json });

describe('the engine over HTTP', () => {
  it('answers a ping with the headers that the command line asks for', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, text } = await ask(door.port, '/_ping', { method });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'api-version': '1.50',
        ostype: 'linux',
        'docker-experimental': 'false',
        'builder-version': '2',
        swarm: 'inactive',
      });
      expect(text).toBe(method === 'GET' ? 'OK' : '');
    }
  });

  it('takes a version in the path, or none, and refuses what is too old or too new', async () => {
    expect((await ask(door.port, '/version')).json).toMatchObject({ ApiVersion: '1.50' });
    expect((await ask(door.port, '/v1.24/version')).status).toBe(200);
    const old = await ask(door.port, '/v1.12/version');
    expect(old.status).toBe(400);
    expect((old.json as { message: string }).message).toContain('client version 1.12 is too old');
    expect((await ask(door.port, '/v1.51/version')).text).toContain(
      'client version 1.51 is too new',
    );
  });

  it('keeps what it is told from one request to the next', async () => {
    const id = await create('box');
    expect((await post(`/containers/${id}/start`)).status).toBe(204);
    expect((await post(`/containers/${id}/start`)).status).toBe(304);
    const list = await ask(door.port, '/v1.50/containers/json');
    expect(list.json).toMatchObject([{ Id: id, Names: ['/box'], State: 'running' }]);
    expect((await ask(door.port, '/containers/nosuch/json')).json).toEqual({
      message: 'No such container: nosuch',
    });
  });

  it('sends the headers of a wait at once, and the code when the container has ended', async () => {
    const id = await create('box', { Cmd: ['sh', '-c', 'sleep 2; exit 7'] });
    const waited = post(`/containers/${id}/wait?condition=next-exit`);
    await post(`/containers/${id}/start`);
    door.clock.moveTo(start + 5_000);
    await door.handle.look();
    expect((await waited).json).toEqual({ StatusCode: 7 });
  });

  it('leaves no wait unanswered when the container is removed', async () => {
    const id = await create('box');
    const waited = post(`/containers/${id}/wait?condition=removed`);
    await ask(door.port, `/containers/${id}/json`);
    await ask(door.port, `/containers/${id}?force=1`, { method: 'DELETE' });
    expect((await waited).json).toEqual({ StatusCode: 0 });
  });

  it('carries what a container writes over the connection, in frames, until it ends', async () => {
    const id = await create('box', {
      Cmd: ['sh', '-c', 'echo out; echo err >&2; sleep 3; echo end'],
    });
    const stream = await takeOver(door.port, `/containers/${id}/attach?stream=1&stdout=1&stderr=1`);
    expect(stream.head).toContain('HTTP/1.1 101 ');
    expect(stream.head).toContain('Content-Type: application/vnd.docker.multiplexed-stream');
    await post(`/containers/${id}/start`);
    expect(framesOf(await stream.rest)).toEqual([
      [1, 'out\n'],
      [2, 'err\n'],
      [1, 'end\n'],
    ]);
  });

  it('gives a program the whole of a pipe, up to its end', async () => {
    const id = await create('box', {
      Cmd: ['cat'],
      OpenStdin: true,
      StdinOnce: true,
      AttachStdin: true,
    });
    const path = `/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`;
    const stream = await takeOver(door.port, path);
    stream.socket.end('one\ntwo\n');
    await post(`/containers/${id}/start`);
    expect(framesOf(await stream.rest)).toEqual([[1, 'one\ntwo\n']]);
  });

  it('runs a process beside the main one: the body comes on the connection that is taken over', async () => {
    const id = await create('box');
    await post(`/containers/${id}/start`);
    const made = await post(`/containers/${id}/exec`, {
      Cmd: ['sh', '-c', 'read a; echo got $a; exit 4'],
      AttachStdin: true,
      AttachStdout: true,
    });
    const exec = (made.json as { Id: string }).Id;
    const stream = await takeOver(door.port, `/exec/${exec}/start`, { Detach: false, Tty: false });
    stream.socket.end('word\n');
    expect(framesOf(await stream.rest)).toEqual([[1, 'got word\n']]);
    expect((await ask(door.port, `/exec/${exec}/json`)).json).toMatchObject({
      ExitCode: 4,
      Running: false,
    });
  });

  it('is a terminal to a process that has one: prompt, echo, Ctrl-C, Ctrl-D', async () => {
    const id = await create('box', { Cmd: ['sh'], Tty: true, OpenStdin: true });
    const path = `/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`;
    const stream = await takeOver(door.port, path);
    expect(stream.head).toContain('application/vnd.docker.raw-stream');
    await post(`/containers/${id}/start`);
    await stream.until('/ # ');
    stream.socket.write('echo hi\r');
    await stream.until('/ # echo hi\r\nhi\r\n/ # ');
    stream.socket.write('sleep 100\r');
    await stream.until('sleep 100\r\n');
    stream.socket.write('\u0003');
    await stream.until('^C\r\n/ # ');
    expect((await post(`/containers/${id}/resize?h=24&w=80`)).status).toBe(200);
    stream.socket.write('exit 5\r');
    expect((await stream.rest).toString()).toMatch(/exit 5\r\n$/);
    expect((await ask(door.port, `/containers/${id}/json`)).json).toMatchObject({
      State: { ExitCode: 5 },
    });
  });

  it('follows a log line by line', async () => {
    const id = await create('box', {
      Cmd: ['sh', '-c', 'echo a; sleep 1; echo b; sleep 1; echo c'],
    });
    await post(`/containers/${id}/start`);
    const log = await ask(door.port, `/containers/${id}/logs?stdout=1&follow=1`);
    expect(framesOf(log.body).map(([, text]) => text)).toEqual(['a\n', 'b\n', 'c\n']);
    const last = await ask(door.port, `/containers/${id}/logs?stdout=1&tail=1&timestamps=1`);
    expect(framesOf(last.body)).toEqual([
      [1, expect.stringMatching(/^2026-11-21T22:05:02\S+Z c\n$/)],
    ]);
  });

  it('tells events up to a moment, those that the filters let through', async () => {
    const id = await create('box', { Cmd: ['sleep', '3'] });
    await post(`/containers/${id}/start`);
    const told = await ask(
      door.port,
      `/events?since=${start / 1000}&until=${start / 1000 + 30}&filters=${encodeURIComponent('{"event":["start","die"]}')}`,
    );
    const events = told.json as readonly { readonly Action: string }[];
    expect(events.map(({ Action }) => Action)).toEqual(['start', 'die']);
  });

  it('reads what a container uses once, or again every second', async () => {
    const id = await create('box', { Cmd: ['sleep', '3'] });
    await post(`/containers/${id}/start`);
    const once = await ask(door.port, `/containers/${id}/stats?stream=0`);
    expect(once.json).toMatchObject({ id, name: '/box' });
    const socket = await new Promise<string>((resolve) => {
      void fetch(`http://127.0.0.1:${door.port}/containers/${id}/stats`).then(async (response) => {
        const reader = response.body?.getReader();
        let text = '';
        while (reader && text.split('\n').length < 4)
          text += new TextDecoder().decode((await reader.read()).value);
        await reader?.cancel();
        resolve(text);
      });
    });
    const readings = socket
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { read: string }).read);
    expect(new Set(readings).size).toBeGreaterThan(2);
  });

  it('holds a stop for as long as it takes on the simulated clock', async () => {
    const id = await create('box');
    await post(`/containers/${id}/start`);
    expect((await post(`/containers/${id}/stop`)).status).toBe(204);
    expect(door.clock.now() - start).toBeGreaterThanOrEqual(10_000);
    expect((await ask(door.port, `/containers/${id}/json`)).json).toMatchObject({
      State: { ExitCode: 137 },
    });
  });
});

describe('what bad input gets', () => {
  it.each([
    ['GET', '/nosuch', 404, 'page not found'],
    ['PATCH', '/containers/json', 404, 'page not found'],
    ['POST', INPUT, 404, 'page not found'],
    ['GET', '/volumes/../containers/json', 404, 'page not found'],
    ['GET', '//containers/json', 404, 'page not found'],
    ['POST', '/session', 501, 'BuildKit'],
    ['POST', '/grpc', 501, 'BuildKit'],
    ['GET', '/distribution/nginx/json', 501, 'registry'],
    ['POST', '/swarm/init', 501, 'swarm'],
    ['GET', '/swarm', 503, 'This node is not a swarm manager'],
    ['GET', '/containers/box/attach/ws', 501, 'web sockets'],
  ])('%s %s: %i %s', async (method, path, status, words) => {
    const reply = await ask(door.port, path, { method });
    expect(reply.status).toBe(status);
    expect((reply.json as { message: string }).message).toContain(words);
  });

  it('JSON that is none is refused in the words of the engine', async () => {
    const reply = await ask(door.port, '/containers/create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"Image": nope}',
    });
    expect(reply.status).toBe(400);
    expect(reply.json).toEqual({
      message: "invalid JSON: invalid character 'o' in literal null (expecting 'u')",
    });
  });

  it('values of a wrong kind do no harm', async () => {
    for (const json of [
      null,
      [],
      'x',
      { Image: 5 },
      { Image: 'busybox', Cmd: { a: 1 }, HostConfig: [] },
    ])
      expect((await post('/containers/create', json)).status).toBeLessThan(500);
    for (const query of ['filters=[', 'filters={"status":5}', 'limit=x', 'since=nosuch'])
      expect((await ask(door.port, `/containers/json?${query}`)).status).toBeLessThan(501);
  });

  it('a body that is too long is refused, and the connection ended', async () => {
    const reply = await ask(door.port, '/containers/create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.alloc(3_000_000, ' '),
    });
    expect(reply.status).toBe(413);
    expect(reply.headers.connection).toBe('close');
  });

  it('a start with a body is refused, as it is since API 1.24', async () => {
    const id = await create('box');
    expect((await post(`/containers/${id}/start`, { stdin: 'rm' })).status).toBe(400);
  });

  it('a tar that leads out of its folder is refused, and changes nothing', async () => {
    const id = await create('box');
    const name = '../../../etc/passwd';
    const block = Buffer.alloc(512);
    block.write(name);
    block.write('0000644\0', 100);
    block.write('0000000\0', 108);
    block.write('0000000\0', 116);
    block.write('00000000000\0', 124);
    block.write('00000000000\0', 136);
    block.write('        0', 148);
    block.write('ustar\x0000', 257);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const before = door.handle.sandbox;
    const reply = await ask(door.port, `/containers/${id}/archive?path=/tmp`, {
      method: 'PUT',
      body: Buffer.concat([block, Buffer.alloc(1_024)]),
    });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('outside of the archive');
    expect(door.handle.sandbox).toBe(before);
  });

  it('a link in a tar reaches nothing but the container itself', async () => {
    const id = await create('box');
    const made = await ask(
      door.port,
      `/containers/${id}/archive?path=${encodeURIComponent('/../../../../etc')}`,
    );
    expect(made.status).toBe(200);
    expect(made.body.subarray(0, 4).toString()).toBe('etc/');
    const outside = await ask(
      door.port,
      `/containers/${id}/archive?path=${encodeURIComponent(`/proc/1/root/../..${process.cwd()}`)}`,
    );
    expect(outside.status).toBe(404);
  });

  it('a request that is no HTTP gets an end of the connection', async () => {
    const { connect } = await import('node:net');
    const said = await new Promise<string>((resolve) => {
      const socket = connect(door.port, '127.0.0.1', () => socket.write('HELO\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.once('close', () => resolve(text));
    });
    expect(said).toContain('400 Bad Request');
  });
});
