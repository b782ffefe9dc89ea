import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What a container of an image prints, and its exit code. */
function inside(words: string): string {
  const { last } = session([`docker run --rm ${words}`]);
  const said = last.stderr.replace(/^Unable to find[\s\S]*?Status: .*\n/, '');
  return `${last.stdout}${said}[${last.exitCode}]`;
}

describe('interpreters tell their version', () => {
  it.each([
    ['python python --version', 'Python 3.12.4\n[0]'],
    ['python:3.9-alpine python3 -V', 'Python 3.9.19\n[0]'],
    [
      'python:3.11-slim pip --version',
      'pip 24.0 from /usr/local/lib/python3.11/site-packages/pip (python 3.11)\n[0]',
    ],
    ['node node --version', 'v22.5.1\n[0]'],
    ['node:20-slim npm --version', '10.8.1\n[0]'],
    ['node:18-alpine yarn -v', '1.22.22\n[0]'],
  ])('docker run --rm %s', (words, said) => expect(inside(words)).toBe(said));
});

describe('what only prints is run, everything else is refused in words', () => {
  it.each([
    [`python python -c "print('hello'); print(3)"`, 'hello\n3\n[0]'],
    [`node -e "console.log('hi')"`, 'hi\n[0]'],
    [
      `python python -c "import os"`,
      'python: running programs of this language is not simulated here\n[1]',
    ],
    [
      'node node -e "process.exit(3)"',
      'node: running programs of this language is not simulated here\n[1]',
    ],
    ['node npm install', 'npm: packages of this language are not simulated here\n[1]'],
    ['python python -m venv x', 'python: the module venv is not simulated here\n[1]'],
    [
      'python python /app.py',
      "python: can't open file '/app.py': [Errno 2] No such file or directory\n[2]",
    ],
    ['python', '[0]'],
  ])('docker run --rm %s', (words, said) => expect(inside(words)).toBe(said));

  it('a file of an image that is built', () => {
    const { last } = session([
      'echo \'print("Hello from Docker")\' > app.py',
      'printf \'FROM python:3.12-slim\\nCOPY app.py .\\nCMD ["python", "app.py"]\\n\' > Dockerfile',
      'docker build -q -t hi .',
      'docker run --rm hi',
    ]);
    expect(last.stdout).toBe('Hello from Docker\n');
  });

  it('node names the module that it does not find', () => {
    expect(inside('node server.js')).toMatch(
      /Error: Cannot find module '\/server\.js'\n[\s\S]*Node\.js v22\.5\.1\n\[1\]$/,
    );
  });
});

describe('at a terminal an interpreter greets and reads', () => {
  it.each([
    ['python', '>>> '],
    ['node', '> '],
  ])('%s', (image, prompt) => {
    const { runs } = session([
      `docker run -dit --name box ${image}`,
      'docker logs box',
      'docker ps --format "{{.Status}}"',
    ]);
    expect(runs[1]?.stdout.endsWith(`\n${prompt}`)).toBe(true);
    expect(runs[2]?.stdout).toMatch(/^Up /);
  });
});

describe('python -m http.server', () => {
  const begun = 'docker run -d --name files -p 8000:8000 -w /srv python python -m http.server';
  it('lists a folder and serves its files, with the headers of Python’s own server', () => {
    const { runs } = session([
      begun,
      'docker exec files sh -c "mkdir a; echo hi > b.txt"',
      'curl -s localhost:8000/',
      'curl -sI localhost:8000/b.txt',
      'curl -s localhost:8000/b.txt',
      'curl -sI localhost:8000/nosuch',
    ]);
    expect(runs[2]?.stdout).toContain(
      '<ul>\n<li><a href="a/">a/</a></li>\n<li><a href="b.txt">b.txt</a></li>\n</ul>\n',
    );
    expect(runs[3]?.stdout).toMatch(
      /^HTTP\/1\.0 200 OK\r\nServer: SimpleHTTP\/0\.6 Python\/3\.12\.4\r\nDate: .*\r\nContent-type: text\/plain\r\nContent-Length: 3\r\n/,
    );
    expect(runs[4]?.stdout).toBe('hi\n');
    expect(runs[5]?.stdout).toMatch(/^HTTP\/1\.0 404 File not found\r\n/);
  });

  it('says nothing in the log, because its output is buffered', () => {
    const said = 'Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...\n';
    expect(session([begun, 'docker logs files']).last.stdout).toBe('');
    const unbuffered = begun.replace('-w', '-e PYTHONUNBUFFERED=1 -w');
    expect(session([unbuffered, 'docker logs files']).last.stdout).toBe(said);
  });

  it('as the first process it does not know SIGTERM: stopping it takes ten seconds', () => {
    const { runs, last } = session([
      begun,
      'docker stop files',
      'docker inspect -f "{{.State.ExitCode}}" files',
    ]);
    expect(runs[1]?.elapsedMs).toBeGreaterThanOrEqual(10_000);
    expect(last.stdout).toBe('137\n');
    expect(
      session([begun, 'docker stop -s INT files', 'docker inspect -f "{{.State.ExitCode}}" files'])
        .last.stdout,
    ).toBe('0\n');
  });
});

describe('the entry point of node’s image runs what is no program with node', () => {
  it.each([
    ['node id -un', 'root\n[0]'],
    ['-u node node whoami', 'node\n[0]'],
    ['node -v', 'v22.5.1\n[0]'],
  ])('docker run --rm %s', (words, said) => expect(inside(words)).toBe(said));
});
