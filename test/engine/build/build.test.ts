import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSandbox, runLine, type CommandRun, type Sandbox } from '@/lib/engine';
import { targets } from '@/scripts/fuzz/targets';
import { courseWorld, START } from '../support/course';

const world = courseWorld();
const DEPRECATED = /^DEPRECATED: The legacy builder[\s\S]*?environment-variable\.\n\n/;

/** A host with files, and what lines printed there one after another. */
class Host {
  private sandbox: Sandbox;

  constructor(files: Readonly<Record<string, string>>, images: readonly string[] = ['busybox']) {
    this.sandbox = createSandbox({ world, seed: 'b', now: START, images, files, terminal: false });
  }

  run(line: string, stdin = ''): CommandRun {
    const run = runLine(this.sandbox, line, world, stdin);
    this.sandbox = run.sandbox;
    return run;
  }

  /** What a line printed: ids as `<id>`, the notice of the old builder left out. */
  shows(line: string, stdin = ''): string {
    const { stdout, stderr } = this.run(line, stdin);
    return (stdout + stderr.replace(DEPRECATED, '')).replace(/\b[0-9a-f]{12}\b/g, '<id>');
  }

  /** The lines of a build that say which steps came from the cache. */
  cached(line: string): readonly boolean[] {
    const steps = this.run(line)
      .stdout.split(/^Step /m)
      .slice(1);
    return steps.map((step) => step.includes('Using cache'));
  }
}

function build(Dockerfile: string, files: Readonly<Record<string, string>> = {}): string {
  return new Host({ Dockerfile, ...files }).shows('docker build .');
}

/** What a build says behind its first step. */
function afterFrom(instructions: string, files: Readonly<Record<string, string>> = {}): string {
  const text = build(`FROM busybox\n${instructions}\n`, files);
  return text.slice(text.indexOf(' ---> <id>\n') + ' ---> <id>\n'.length);
}

describe('docker build', () => {
  it('tells every step, and removes the containers that they ran in', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\nRUN echo hi; echo no >&2\nCMD ["sh"]\n' });
    expect(host.shows('docker build -t me/app -t me/app:2 .')).toBe(
      [
        'Sending build context to Docker daemon  2.048kB\r\r',
        'Step 1/3 : FROM busybox',
        ' ---> <id>',
        'Step 2/3 : RUN echo hi; echo no >&2',
        ' ---> Running in <id>',
        'hi',
        '\x1b[91mno',
        '\x1b[0m ---> Removed intermediate container <id>',
        ' ---> <id>',
        'Step 3/3 : CMD ["sh"]',
        ' ---> Running in <id>',
        ' ---> Removed intermediate container <id>',
        ' ---> <id>',
        'Successfully built <id>',
        'Successfully tagged me/app:latest',
        'Successfully tagged me/app:2',
        '',
      ].join('\n'),
    );
    expect(host.shows('docker ps -aq')).toBe('');
    expect(host.shows("docker images --format '{{.Repository}}:{{.Tag}}' me/app")).toBe(
      'me/app:2\nme/app:latest\n',
    );
  });

  it('says first that the builder is old', () => {
    expect(new Host({ Dockerfile: 'FROM busybox' }).run('docker build -q .').stderr).toMatch(
      DEPRECATED,
    );
  });

  it('a step that fails ends with its code and leaves its container', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\nRUN exit 3\nRUN echo never\n' });
    const run = host.run('docker build .');
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain("The command '/bin/sh -c exit 3' returned a non-zero code: 3\n");
    expect(host.shows("docker ps -a --format '{{.Status}}'")).toMatch(/^Exited \(3\)/);
    expect(host.run('docker build --force-rm .').stdout).toContain('Removed intermediate');
  });

  it('a step that never ends is given up, and no time has passed', () => {
    const run = new Host({ Dockerfile: 'FROM busybox\nRUN sleep infinity\n' }).run(
      'docker build .',
    );
    expect(run.exitCode).toBe(130);
    expect(run.elapsedMs).toBeLessThan(1_000);
  });

  it('-q says the id alone, and everything when the build fails', () => {
    const host = new Host({
      Dockerfile: 'FROM busybox\nRUN exit 3\n',
      D: 'FROM busybox\nENV A=1\n',
    });
    expect(host.run('docker build -q -f D .').stdout).toMatch(/^sha256:[0-9a-f]{64}\n$/);
    const failed = host.run('docker build -q .');
    expect(failed.stdout).toBe('');
    expect(failed.stderr).toContain('Step 2/2 : RUN exit 3');
  });

  const refusals: readonly (readonly [instructions: string, message: string])[] = [
    ['RUN ["nosuch"]', 'exec: "nosuch": executable file not found in $PATH: unknown'],
    ['RUN --mount=type=cache,target=/x ls', 'the --mount option requires BuildKit.'],
    ['COPY --chmod=755 a /b', 'the --chmod option requires BuildKit.'],
    ['COPY ../a /b', 'COPY failed: forbidden path outside the build context: ../a ()'],
    [
      'COPY none /b',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat none: file does not exist',
    ],
    ['COPY *.none /b/', 'COPY failed: no source files were specified'],
    ['COPY https://x.org/a /b', "COPY failed: source can't be a URL for COPY"],
    ['ADD https://x.org/a /b', 'ADD failed: Get "https://x.org/a": dial tcp: lookup x.org'],
    ['COPY a a2 /b', 'When using COPY with more than one source file, the destination must be'],
    ['COPY --from=7 a /b', 'invalid from flag value 7: index out of bounds'],
    ['COPY --from=0 a /b', 'invalid from flag value 0: refers to current build stage'],
    ['COPY --chown=no a /b', "can't find uid for user no: no such user: no"],
    ['COPY --chown=1:2:3 a /b', 'invalid chown string format: 1:2:3'],
    ['EXPOSE x', 'invalid containerPort: x'],
    ['EXPOSE 80/x', 'invalid proto: x'],
    ['STOPSIGNAL NO', 'invalid signal: NO'],
    ['WORKDIR $NONE', 'cannot normalize nothing'],
    ['WORKDIR /etc/passwd', 'Cannot mkdir: /etc/passwd is not a directory'],
    ['USER nobody2\nRUN id', 'unable to find user nobody2: no matching entries in passwd file'],
    ['ENV A=${B', 'failed to process "${B"'],
  ];
  it.each(refusals)('%s is refused on the way', (instructions, message) => {
    expect(afterFrom(instructions, { a: '1', a2: '2' })).toContain(message);
  });

  it('what is wrong before the first step is the answer to the request', () => {
    const host = new Host({ E: '', C: '# c\n', T: 'FROM busybox AS one\n', A: 'ARG V=1\n' });
    const error = (line: string): string => host.shows(line).split('\r\r\n')[1] ?? '';
    expect(error('docker build -f E .')).toBe(
      'Error response from daemon: the Dockerfile (E) cannot be empty\n',
    );
    expect(error('docker build -f C .')).toBe(
      'Error response from daemon: failed to parse C: file with no instructions\n',
    );
    expect(error('docker build -f T --target two .')).toBe(
      'Error response from daemon: target stage "two" could not be found\n',
    );
    expect(error('docker build -f A .')).toBe('Step 1/1 : ARG V=1\nunexpected EOF\n');
  });
});

describe('the context', () => {
  it.each([
    [
      'docker build .',
      'unable to evaluate symlinks in Dockerfile path: lstat /home/learner/Dockerfile',
    ],
    ['docker build nodir', 'unable to prepare context: path "nodir" not found'],
    ['docker build a', 'unable to prepare context: context must be a directory: /home/learner/a'],
    ['docker build -f - -', "invalid argument: can't use stdin for both build context and"],
    ['docker build -f a -', 'ambiguous Dockerfile source: both stdin and flag correspond'],
    ['docker build https://x.org/y.git', "unable to find 'git'"],
  ])('%s: %s', (line, message) => {
    expect(new Host({ a: '1' }).shows(line)).toContain(message);
  });

  it('is the Dockerfile alone when it comes from the standard input', () => {
    const host = new Host({ a: '1' });
    const shown = host.shows('docker build -', 'FROM busybox\nCOPY . /c\nRUN ls /c\n');
    expect(shown).toContain('\nDockerfile\n ---> Removed');
  });

  it('a Dockerfile from elsewhere is not in it', () => {
    const host = new Host({ 'c/a': '1', D: 'FROM busybox\nCOPY . /c\nRUN ls -A /c\n' });
    expect(host.shows('docker build -f D c')).toContain('\na\n ---> Removed');
    const piped = host.shows('docker build -f - c', 'FROM busybox\nCOPY . /d\nRUN ls -A /d\n');
    expect(piped).toContain('\na\n ---> Removed');
  });

  it('leaves out what .dockerignore says', () => {
    const files = {
      '.dockerignore': '**/*.log\n!keep.log\nnode_modules\nDockerfile\n.dockerignore\n',
      'a.log': '',
      'keep.log': '',
      'node_modules/m/i.js': '',
      'src/b.log': '',
      'src/main.c': '',
    };
    expect(afterFrom('COPY . /c\nRUN find /c -type f | sort', files)).toContain(
      '\n/c/keep.log\n/c/src/main.c\n ---> Removed',
    );
  });

  it('too many files are refused in words', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, index) => [`f${index}`, '']),
    );
    expect(build('FROM busybox\n', files)).toContain('more than 1000 files');
  });
});

describe('the cache', () => {
  const Dockerfile = 'FROM busybox\nARG V=1\nRUN echo $V > /v\nCOPY a /a\nCMD ["cat"]\n';

  it('gives a step whose base, text and files are the same', () => {
    const host = new Host({ Dockerfile, a: '1' });
    expect(host.cached('docker build .')).toEqual([false, false, false, false, false]);
    expect(host.cached('docker build .')).toEqual([false, true, true, true, true]);
    expect(host.cached('docker build --no-cache .')).toEqual([false, false, false, false, false]);
  });

  it('fails from the first file that has changed on', () => {
    const host = new Host({ Dockerfile, a: '1' });
    host.run('docker build .');
    host.run('echo 2 > a');
    expect(host.cached('docker build .')).toEqual([false, true, true, false, false]);
    host.run('chmod 755 a');
    expect(host.cached('docker build .')).toEqual([false, true, true, false, false]);
  });

  it('knows the build arguments that a command could see', () => {
    const host = new Host({ Dockerfile, a: '1' });
    host.run('docker build .');
    expect(host.cached('docker build --build-arg V=2 .')).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(host.cached('docker build --build-arg V=1 .')).toEqual([false, true, true, true, true]);
    expect(host.run('docker build --build-arg N=1 .').stdout).toContain(
      '[Warning] One or more build-args [N] were not consumed\n',
    );
  });

  it('is taken from the named images alone', () => {
    const host = new Host({ Dockerfile, a: '1' });
    host.run('docker build -t x .');
    expect(host.cached('docker build --cache-from nosuch .')).not.toContain(true);
    expect(host.cached('docker build --cache-from x .')).toEqual([false, true, true, true, true]);
  });
});

describe('the image', () => {
  it('has a layer where files changed and a line of history for every step', () => {
    const host = new Host({
      Dockerfile: 'FROM busybox\nENV A=1\nRUN echo four > /f\nWORKDIR /w\n',
    });
    host.run('docker build -t x .');
    expect(host.shows("docker history --format '{{.CreatedBy}}|{{.Size}}' x").split('\n')).toEqual(
      expect.arrayContaining([
        '/bin/sh -c #(nop) WORKDIR /w|0B',
        '/bin/sh -c echo four > /f|5B',
        '/bin/sh -c #(nop)  ENV A=1|0B',
      ]),
    );
    const count = (name: string): number =>
      Number(host.run(`docker image inspect -f '{{len .RootFS.Layers}}' ${name}`).stdout);
    expect(count('x') - count('busybox')).toBe(2);
  });

  it('carries what its instructions say', () => {
    const Dockerfile = `FROM busybox
MAINTAINER me
ENV X=1 Y="two words"
ENV X=$X$X
LABEL a=b
EXPOSE 80 53/udp
VOLUME ["/v"]
HEALTHCHECK --interval=5m CMD true
STOPSIGNAL SIGINT
SHELL ["/bin/sh", "-ec"]
ENTRYPOINT echo
CMD ["x"]
`;
    const host = new Host({ Dockerfile });
    host.run('docker build -t x .');
    const config: unknown = JSON.parse(
      host.run("docker image inspect -f '{{json .Config}}' x").stdout,
    );
    expect(config).toMatchObject({
      Env: expect.arrayContaining(['X=11', 'Y=two words']) as unknown,
      Labels: { a: 'b' },
      ExposedPorts: { '80/tcp': {}, '53/udp': {} },
      Volumes: { '/v': {} },
      Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 300_000_000_000 },
      StopSignal: 'SIGINT',
      Shell: ['/bin/sh', '-ec'],
      Entrypoint: ['/bin/sh', '-ec', 'echo'],
      Cmd: ['x'],
    });
    expect(host.shows("docker image inspect -f '{{.Author}}' x")).toBe('me\n');
    expect(host.shows("docker history --no-trunc --format '{{.CreatedBy}}' x")).toContain(
      `HEALTHCHECK &{["CMD-SHELL" "true"] "5m0s" "0s" "0s" "0s" '\\x00'}`,
    );
  });

  it('a command of the base goes where the stage sets an entry point and no command', () => {
    const host = new Host({
      A: 'FROM busybox\nENTRYPOINT ["a"]\n',
      B: 'FROM busybox\nCMD ["b"]\nENTRYPOINT ["a"]\n',
    });
    const cmd = (): string => host.shows("docker image inspect -f '{{json .Config.Cmd}}' x");
    host.run('docker build -f A -t x .');
    expect(cmd()).toBe('null\n');
    host.run('docker build -f B -t x .');
    expect(cmd()).toBe('["b"]\n');
  });

  it('later stages take files from earlier ones, and what is not asked for is not built', () => {
    const host = new Host({
      Dockerfile:
        'FROM busybox AS one\nRUN echo made > /m\nFROM one\nRUN exit 1\nFROM scratch AS two\nCOPY --from=one /m /m\n',
    });
    expect(host.run('docker build --target one -t x .').exitCode).toBe(0);
    expect(host.shows('docker run --rm x cat /m')).toBe('made\n');
    expect(host.run('docker build --target two .').exitCode).toBe(1);
  });

  it('files from the context belong to root or to whom --chown names', () => {
    const shown = afterFrom('COPY a /x/\nCOPY --chown=7:8 d /d\nRUN ls -ln /x /d | grep -v total', {
      a: '1',
      'd/b': '2',
    });
    expect(shown).toMatch(/-rw-r--r-- +1 7 +8 +1 .* b\n/);
    expect(shown).toMatch(/-rw-r--r-- +1 0 +0 +1 .* a\n/);
  });

  it('ADD takes a tar apart, COPY does not', () => {
    const host = new Host({
      D: 'FROM busybox\nADD t.tar /t/\nCOPY t.tar /c/\nRUN cat /t/q; ls /c\n',
    });
    host.run('docker run --name web busybox sh -c "echo 1 > /q"');
    host.run('docker export -o t.tar web');
    expect(host.shows('docker build -f D .')).toContain('\n1\nt.tar\n ---> Removed');
  });

  it('ONBUILD happens in the build that stands on the image', () => {
    const host = new Host({
      P: 'FROM busybox\nONBUILD COPY a /a\nONBUILD RUN cat /a\n',
      C: 'FROM parent\n',
      a: 'one\n',
    });
    host.run('docker build -f P -t parent .');
    const shown = host.shows('docker build -f C -t child .');
    expect(shown).toContain('Step 1/1 : FROM parent\n# Executing 2 build triggers\n');
    expect(shown).toContain('\none\n ---> Removed');
    expect(host.shows("docker image inspect -f '{{json .Config.OnBuild}}' child")).toBe('null\n');
  });

  it('FROM pulls what is not here, and --pull what is', () => {
    const host = new Host({ Dockerfile: 'FROM redis\n' }, []);
    expect(host.shows('docker build .')).toContain('Downloaded newer image for redis:latest');
    expect(host.shows('docker build .')).not.toContain('Status:');
    expect(host.shows('docker build --pull .')).toContain('Image is up to date for redis:latest');
  });

  it('--iidfile has the id, and --label its labels', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\n' });
    host.run('docker build --iidfile id --label b=2 --label a=1 -t x .');
    expect(host.run('cat id').stdout).toBe(
      host.run("docker image inspect -f '{{.Id}}' x").stdout.trim(),
    );
    expect(host.shows("docker image inspect -f '{{json .Config.Labels}}' x")).toBe(
      '{"a":"1","b":"2"}\n',
    );
  });

  it('a layer cannot make the image smaller', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\nRUN echo four > /f\nRUN rm /f\n' });
    host.run('docker build -t x .');
    const size = (name: string): number =>
      Number(host.run(`docker image inspect -f '{{.Size}}' ${name}`).stdout);
    expect(size('x')).toBe(size('busybox') + 5);
  });

  it('COPY says which file stands where a folder is needed', () => {
    const onto = (words: string): string =>
      build(`FROM busybox\nRUN echo x > /file\nCOPY ${words}\n`, { 'd/f': 'f\n' })
        .split('\n')
        .at(-2)
        ?.replace(/[0-9a-f]{64}/, 'ID') ?? '';
    const storage = '/var/lib/docker/vfs/dir/ID';
    expect(onto('d/f /file/x')).toBe(
      `failed to copy files: lstat ${storage}/file/x: not a directory`,
    );
    expect(onto('d/f /file/')).toBe(
      `failed to copy files: failed to create new directory: mkdir ${storage}/file: not a directory`,
    );
    expect(onto('d /file')).toBe(
      `failed to copy files: failed to copy directory: mkdir ${storage}/file: not a directory`,
    );
    expect(onto('d /file/x')).toBe(
      `failed to copy files: failed to query destination path: lstat ${storage}/file/x: not a directory`,
    );
  });

  it('WORKDIR makes no container where its folder would stand in a file', () => {
    const told = build('FROM busybox\nWORKDIR /etc/passwd\n');
    expect(told).toMatch(
      /\nStep 2\/2 : WORKDIR \/etc\/passwd\nCannot mkdir: \/etc\/passwd is not a directory\n$/,
    );
  });

  it('STOPSIGNAL takes any number but 0', () => {
    expect(build('FROM busybox\nSTOPSIGNAL 65\n')).toContain('Successfully built');
    expect(build('FROM busybox\nSTOPSIGNAL 0\n')).toMatch(/invalid signal: 0\n$/);
  });

  it('in a pattern of COPY an exclamation mark is a character like others', () => {
    const files = { '!.txt': '', 'a.txt': '', 'b.txt': '' };
    expect(build('FROM busybox\nCOPY [!a].txt /d/\nRUN ls /d\n', files)).toMatch(
      /\n!\.txt\na\.txt\n --->/,
    );
  });

  it('a build for another platform takes nothing from the cache', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\nRUN echo one\n' });
    expect(host.cached('docker build .')).toEqual([false, false]);
    expect(host.cached('docker build --platform linux/arm64 .')).toEqual([false, false]);
    expect(host.cached('docker build --platform linux/amd64 .')).toEqual([false, true]);
  });

  it('a RUN without words gives the shell nothing to run', () => {
    expect(build('FROM busybox\nRUN\n')).toMatch(
      /\/bin\/sh: -c requires an argument\n[^]*The command '\/bin\/sh -c' returned a non-zero code: 2\n/,
    );
  });

  it('a shell does not hand on what is no name of a variable', () => {
    const told = build('FROM busybox\nARG 1A=x B=y\nRUN env\n');
    expect(told).toContain('\nB=y\n');
    expect(told).not.toContain('\n1A=x\n');
  });

  it('a byte order mark before the first instruction is no part of it', () => {
    expect(new Host({}).shows('docker build -q -', '\xef\xbb\xbfFROM busybox\n')).toMatch(
      /^sha256:/,
    );
  });

  it('an image of nothing lists no layers', () => {
    const host = new Host({ Dockerfile: 'FROM scratch\nCMD ["x"]\n' });
    host.run('docker build -t nothing .');
    expect(host.shows("docker image inspect -f '{{json .RootFS}}' nothing")).toBe(
      '{"Type":"layers"}\n',
    );
  });

  it('a stage for another machine runs, and refuses what is copied into it', () => {
    const host = new Host({ Dockerfile: 'FROM busybox\nRUN true\nCOPY Dockerfile /\n' });
    const told = host.shows('docker build --platform linux/arm64/v8 .');
    expect(told).toContain('Step 3/3 : COPY Dockerfile /\n');
    expect(told.replace(/sha256:[0-9a-f]{64}/g, 'ID')).toMatch(
      /failed to get destination image "ID": image with reference ID was found but its platform \(linux\/amd64\) does not match the specified platform \(linux\/arm64\)\n$/,
    );
  });

  it('the same commands in the same sandbox make the same image', () => {
    const make = (): string =>
      new Host({ Dockerfile: 'FROM busybox\nRUN date > /d\n' }).run('docker build -q .').stdout;
    expect(make()).toBe(make());
  });
});

it('no Dockerfile hangs or breaks the engine', () => {
  const target = targets.find(({ name }) => name === 'Dockerfiles');
  if (!target) throw new Error('there is no target for Dockerfiles');
  fc.assert(fc.property(target.input, target.check), { numRuns: 300 });
});
