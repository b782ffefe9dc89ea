import { PassThrough, type Duplex } from 'node:stream';
import Docker from 'dockerode';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transcriptCatalogue } from '../engine/support/transcript-catalogue';
import { openDoor, type OpenDoor } from './support/open-door';

let door: OpenDoor;
let docker: Docker;

beforeAll(async () => {
  const start = Date.parse('2026-11-21T22:05:00Z');
  door = await openDoor({ catalogue: transcriptCatalogue(), seed: 'dockerode', start, images: [] });
  docker = new Docker({ protocol: 'http', host: '127.0.0.1', port: door.port, version: 'v1.41' });
});
afterAll(() => door.close());

/** Both outputs of a stream of frames, when it has ended. */
async function textsOf(stream: NodeJS.ReadableStream): Promise<{ stdout: string; stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { stdout: '', stderr: '' };
  stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  docker.modem.demuxStream(stream, stdout, stderr);
  await new Promise((resolve) => stream.once('end', resolve));
  return texts;
}

it('a client library that is not ours pulls, creates, starts, execs, reads logs, commits and removes', async () => {
  const progress = await docker.pull('busybox:latest');
  const messages = await new Promise<{ status?: string }[]>((resolve, reject) => {
    docker.modem.followProgress(progress, (failure: Error | null, output: { status?: string }[]) =>
      failure ? reject(failure) : resolve(output),
    );
  });
  expect(messages.at(-1)?.status).toBe('Status: Downloaded newer image for busybox:latest');

  const container = await docker.createContainer({
    Image: 'busybox',
    name: 'box',
    Cmd: ['sh', '-c', 'echo started; echo warned >&2; exec cat'],
    OpenStdin: true,
  });
  const attached = await container.attach({ stream: true, stdout: true, stderr: true });
  await container.start();
  expect((await container.inspect()).State.Running).toBe(true);
  expect((await docker.listContainers()).map(({ Names }) => Names)).toEqual([['/box']]);

  const exec = await container.exec({
    Cmd: ['sh', '-c', 'cat > /note; cat /note'],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream: Duplex = await exec.start({ hijack: true, stdin: true });
  const told = textsOf(stream);
  stream.end('written by exec\n');
  expect(await told).toEqual({ stdout: 'written by exec\n', stderr: '' });
  expect((await exec.inspect()).ExitCode).toBe(0);

  const plain = await container.exec({ Cmd: ['ls', '/nosuch'], AttachStderr: true });
  expect((await textsOf(await plain.start({}))).stderr).toContain('No such file or directory');

  const log = await container.logs({ stdout: true, stderr: true });
  expect(log.toString()).toContain('started\n');

  const committed = (await container.commit({ repo: 'me/box', tag: '1' })) as { Id: string };
  expect((await docker.getImage('me/box:1').inspect()).Id).toBe(committed.Id);

  const archive = await container.getArchive({ path: '/note' });
  const bytes: Buffer[] = [];
  for await (const chunk of archive) bytes.push(chunk as Buffer);
  expect(Buffer.concat(bytes).toString('latin1')).toContain('written by exec\n');

  const ended = textsOf(attached);
  await container.stop();
  expect(await ended).toEqual({ stdout: 'started\n', stderr: 'warned\n' });
  await expect(container.stop()).rejects.toMatchObject({ statusCode: 304 });
  await container.remove();
  await docker.getImage('me/box:1').remove();
  expect(await docker.listContainers({ all: true })).toEqual([]);
  await expect(docker.getContainer('box').inspect()).rejects.toMatchObject({
    statusCode: 404,
    reason: 'no such container',
  });
});
