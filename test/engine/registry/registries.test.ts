import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What the last of some lines says on the error stream. */
function complaint(...lines: readonly string[]): string {
  return session(lines).last.stderr;
}

function printed(...lines: readonly string[]): string {
  return session(lines).last.stdout;
}

const login = 'docker login -u learner -p s3cret tired.example.com';

describe('a registry that does not answer', () => {
  it.each([
    [
      'nosuch.example.org/x',
      'dial tcp: lookup nosuch.example.org on 10.255.255.53:53: no such host',
    ],
    ['closed.example.com/x', 'dial tcp 203.0.113.17:443: connect: connection refused'],
    ['plain.example.com/x', 'http: server gave HTTP response to HTTPS client'],
    [
      'selfsigned.example.com/x',
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      'slow.example.com/x',
      'net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    ],
  ])('%s is refused in the words of Go', (name, words) => {
    const host = name.split('/')[0] ?? '';
    expect(complaint(`docker pull ${name}:1`)).toBe(
      `Error response from daemon: Get "https://${host}/v2/": ${words}\n`,
    );
  });

  it('on the machine itself is spoken to without encryption', () => {
    expect(complaint('docker pull localhost:5999/x')).toContain(
      'Get "http://localhost:5999/v2/": dial tcp 127.0.0.1:5999: connect: connection refused',
    );
  });

  it('keeps the client waiting for fifteen seconds when nobody says no', () => {
    expect(session(['docker pull slow.example.com/x']).last.elapsedMs).toBeGreaterThanOrEqual(
      15_000,
    );
  });

  it('ends a push after its first line, without the daemon being named', () => {
    const run = session([
      'docker tag busybox closed.example.com/x:1',
      'docker push closed.example.com/x:1',
    ]).last;
    expect(run.stdout).toBe('The push refers to repository [closed.example.com/x]\n');
    expect(run.stderr).toBe(
      'Get "https://closed.example.com/v2/": dial tcp 203.0.113.17:443: connect: connection refused\n',
    );
    expect(run.exitCode).toBe(1);
  });
});

describe('a registry that limits its rate', () => {
  const one = 'docker pull tired.example.com/samples/one';
  const two = 'docker pull tired.example.com/samples/two';

  it('gives no more without an account', () => {
    expect(complaint(one, two)).toBe(
      'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit\n',
    );
  });

  it('does not count what is here already', () => {
    expect(printed(one, one)).toContain('Status: Image is up to date');
  });

  it('gives more to an account, and again to everybody after six hours', () => {
    expect(session([one, login, two]).last.exitCode).toBe(0);
    expect(session([one, 'sleep 21601', two]).last.exitCode).toBe(0);
  });
});

describe('a pull', () => {
  it('fetches only the layers that no image here stands on', () => {
    const lines = printed(
      'docker login -u learner -p s3cret registry.example.com',
      'docker pull registry.example.com/team/shop:1.0',
    ).split('\n');
    expect(lines.filter((line) => line.endsWith(': Already exists'))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith(': Pull complete'))).toHaveLength(1);
  });

  it('takes a name from an older image, which keeps its digest', () => {
    const { runs } = session([
      'docker tag busybox nginx:latest',
      'docker pull -q nginx',
      'docker images --format "{{.Repository}}:{{.Tag}}" busybox',
      'docker images -q nginx',
      'docker images -q busybox',
    ]);
    expect(runs[2]?.stdout).toBe('busybox:latest\n');
    expect(runs[3]?.stdout).not.toBe(runs[4]?.stdout);
  });

  it('of another platform warns and stores what there is', () => {
    expect(printed('docker pull --platform linux/arm64 busybox')).toContain(
      'WARNING: image with reference busybox:latest was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)\n',
    );
    expect(complaint('docker pull --platform bogus busybox')).toBe(
      'Error response from daemon: "bogus": unknown operating system or architecture: invalid argument\n',
    );
  });

  it('of a private repository is denied to others', () => {
    expect(complaint('docker pull team/secrets')).toContain('pull access denied for team/secrets');
  });

  it('of a registry that asks for an account says what it asked for', () => {
    const say = (what: string): string =>
      `Error response from daemon: ${what}": no basic auth credentials\n`;
    expect(complaint('docker pull registry.example.com/team/shop:1.0')).toBe(
      say('Head "https://registry.example.com/v2/team/shop/manifests/1.0'),
    );
    expect(complaint('docker pull -a registry.example.com/team/shop')).toBe(
      say('Get "https://registry.example.com/v2/team/shop/tags/list'),
    );
  });
});

describe('what a transfer shows', () => {
  const layers = (text: string): readonly string[] =>
    text.split('\n').filter((line) => /^[0-9a-f]{12}: /.test(line));

  it('on a terminal is one line a layer, and every step in a file', () => {
    expect(layers(printed('docker rmi nginx', 'docker pull nginx'))).toEqual([
      expect.stringMatching(/: Already exists$/),
      expect.stringMatching(/: Pull complete$/),
      expect.stringMatching(/: Pull complete$/),
    ]);
    const filed = printed('docker rmi nginx', 'docker pull nginx > f', 'cat f');
    expect(layers(filed).filter((line) => line.endsWith(': Pulling fs layer'))).toHaveLength(2);
  });
});

describe('a push', () => {
  it.each([
    ['docker push registry.example.com/nothing:1', 'An image does not exist locally with the tag'],
    ['docker push busybox:9', 'tag does not exist: busybox:9'],
    [`docker push busybox@sha256:${'a'.repeat(64)}`, 'cannot push a digest reference'],
    ['docker push -a busybox:latest', "tag can't be used with --all-tags/-a"],
    ['docker push busybox', 'denied: requested access to the resource is denied'],
  ])('%s says: %s', (line, words) => {
    expect(complaint(line)).toContain(words);
  });

  it('makes an image that another machine pulls with the same id', () => {
    const { runs } = session([
      'docker login -u learner -p hubpass',
      'docker run --name job busybox touch /made',
      'docker commit job learner/app:1',
      'docker push learner/app:1',
      'docker images -q --no-trunc learner/app',
      'docker rm job',
      'docker rmi learner/app:1',
      'docker pull learner/app:1',
      'docker images -q --no-trunc learner/app',
    ]);
    expect(runs[8]?.stdout).toBe(runs[4]?.stdout);
    expect(runs[7]?.stdout).toContain('Already exists');
  });
});

describe('a login', () => {
  it.each([
    ['docker login -u ""', 'username is empty\n'],
    ['docker login -u me -p ""', 'password is empty\n'],
    [
      'docker login --password-stdin',
      'the --password-stdin option requires --username to be set\n',
    ],
    [
      'docker login -u me -p x --password-stdin',
      'conflicting options: cannot specify both --password and --password-stdin\n',
    ],
  ])('%s is refused by the client', (line, words) => {
    expect(complaint(line)).toBe(words);
  });

  it('is refused in the words of the registry', () => {
    const refused = (host: string): string =>
      complaint(`docker login -u learner -p wrong ${host}`).split('\n')[1] ?? '';
    expect(refused('')).toBe(
      'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
    );
    expect(refused('registry.example.com')).toBe(
      'Error response from daemon: login attempt to https://registry.example.com/v2/ failed with status: 401 Unauthorized',
    );
  });

  it('tells of the open file only when it writes something new', () => {
    expect(complaint(login)).toContain('stored unencrypted');
    expect(complaint(login, login)).not.toContain('stored unencrypted');
  });

  it('is not taken from a made-up name of an object', () => {
    expect(session(['docker login -u constructor -p x']).last.exitCode).toBe(1);
  });
});

describe('a search', () => {
  it('lists the very name first, then by stars', () => {
    const names = printed('docker search --format "{{.Name}}" nginx').trim().split('\n');
    expect(names.slice(0, 2)).toEqual(['nginx', 'bitnami/nginx']);
  });

  it.each([
    ['--limit 101 nginx', 'limit 101 is outside the range of [1, 100]'],
    [
      '-f stars=abc nginx',
      `invalid filter 'stars=abc': strconv.Atoi: parsing "abc": invalid syntax`,
    ],
    ['-f is-official=maybe nginx', "invalid filter 'is-official=[maybe]'"],
    ['-f colour=red nginx', "invalid filter 'colour'"],
    ['registry.example.com/x', 'Unexpected status code 404'],
  ])('docker search %s is refused', (rest, words) => {
    expect(complaint(`docker search ${rest}`)).toBe(`Error response from daemon: ${words}\n`);
  });

  it('hides what is private', () => {
    expect(printed('docker search --format "{{.Name}}" secrets')).toBe('');
  });
});
