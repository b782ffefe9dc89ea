import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s shell -- …` as it is started by hand, with these lines typed. */
function shell(words: readonly string[], typed = ''): Promise<Ended> {
  const child = spawn('npm', ['run', '-s', 'shell', '--', ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(typed);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr: stderr.replace(/^npm warn .*\n/gm, '') });
    });
  });
}

const session = fileURLToPath(
  new URL('../../transcripts/sessions/names/names-p001.json', import.meta.url),
);

test('lines from a pipe run in one host after another, waits are told, the exit code is the last command’s', async () => {
  const typed = [
    'docker run -d --name box busybox sleep 1000',
    'docker stop box',
    'docker ps -a --format {{.Names}}',
    'reset',
    'docker ps -aq',
    'docker rm box',
  ].join('\n');
  const { code, stdout, stderr } = await shell(['--images', 'busybox'], typed);
  expect(stdout).toMatch(/^[0-9a-f]{64}\nbox\n\(10 s later\)\nbox\nA new host: .*\n$/);
  expect(stderr).toBe('Error response from daemon: No such container: box\n');
  expect(code).toBe(1);
});

test('the seed decides the ids', async () => {
  const typed = 'docker create --name box busybox\n';
  const [one, same, other] = await Promise.all(
    ['a', 'a', 'b'].map((seed) => shell(['--images=busybox', `--seed=${seed}`], typed)),
  );
  expect(one?.stdout).toMatch(/^[0-9a-f]{64}\n$/);
  expect(same?.stdout).toBe(one?.stdout);
  expect(other?.stdout).not.toBe(one?.stdout);
});

test('a session file gives one line of JSON a step, with the ids of its own run in the command', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'drydock-shell-'));
  try {
    const group = path.join(folder, 'sessions/mine');
    await mkdir(group, { recursive: true });
    const images = fileURLToPath(new URL('../../transcripts/images.json', import.meta.url));
    await copyFile(images, path.join(folder, 'images.json'));
    const steps = [
      { cmd: 'docker create -i --name web busybox cat' },
      { cmd: 'docker start -ai abc', cmdTemplate: 'docker start -ai <<id:web:12>>', stdin: 'hi\n' },
    ];
    const file = path.join(group, 'mine.json');
    await writeFile(file, JSON.stringify({ id: 'mine', images: ['busybox:latest'], steps }));
    const odd = path.join(group, 'odd.json');
    await writeFile(odd, JSON.stringify({ id: 'odd', images: ['nope'], steps }));
    const refused = await shell(['--session', odd, session]);
    expect(refused.stderr).toMatch(
      /^odd: the catalogue has no image nope\.\n {2}There are: .*busybox/,
    );
    expect(refused.stdout).toContain('"session":"names-p001"');
    expect(refused.code).toBe(1);
    const { code, stdout } = await shell(['--session', file, session]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const id = (lines[0] as { stdout: string }).stdout.slice(0, 12);
    expect(lines[1]).toEqual({
      session: 'mine',
      step: 1,
      cmd: `docker start -ai ${id}`,
      stdout: 'hi\n',
      stderr: '',
      exit: 0,
    });
    expect(lines[2]).toMatchObject({ session: 'names-p001', step: 0 });
    expect(code).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  [['--sesion', 'x'], '"--sesion" is no option here.'],
  [['--session'], '--session needs a value.'],
  [['--images'], '--images needs a value.'],
  [['--images', 'nosuch'], 'the catalogue has no image nosuch.'],
  [['--session', 'nosuch.json'], 'nosuch.json cannot be read'],
  [['--session', session, '--seed', 'x'], 'A session brings its own images and seed.'],
])('%j is refused in words', async (words, message) => {
  const { code, stderr } = await shell(words);
  expect(stderr.trim().startsWith(message)).toBe(true);
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(1);
});
