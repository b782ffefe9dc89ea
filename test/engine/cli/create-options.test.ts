import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** The last answer to `docker create` with these flags: what stands on stderr before the usage, and the body that was sent. */
function create(flags: string) {
  const { stderr, exitCode, requests } = session([`docker create ${flags} busybox`], {
    images: ['busybox'],
  }).last;
  const sent = requests.find(({ request }) => request.path === '/containers/create');
  const body = (sent?.request.body ?? {}) as {
    readonly HostConfig?: Readonly<Record<string, unknown>>;
    readonly [key: string]: unknown;
  };
  return { error: stderr.split('\n\n')[0], exitCode, body, host: body.HostConfig ?? {} };
}

describe('flags of create and run are refused in the words of docker CLI 28.2.2', () => {
  it.each([
    ['--ulimit x', 'invalid argument "x" for "--ulimit" flag: invalid ulimit argument: x'],
    [
      '--ulimit nofile=5:1',
      'invalid argument "nofile=5:1" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 5 > 1',
    ],
    [
      '--blkio-weight 70000',
      'invalid argument "70000" for "--blkio-weight" flag: strconv.ParseUint: parsing "70000": value out of range',
    ],
    ['--cpus x', 'invalid argument "x" for "--cpus" flag: failed to parse x as a rational number'],
    [
      '--cpus 1.0000000001',
      'invalid argument "1.0000000001" for "--cpus" flag: value is too precise',
    ],
    ['--dns x', 'invalid argument "x" for "--dns" flag: IP address is not correctly formatted: x'],
    [
      '--add-host a:b',
      'invalid argument "a:b" for "--add-host" flag: invalid IP address in add-host: "b"',
    ],
    ['-l =x', `invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name`],
    [
      '-a x',
      'invalid argument "x" for "-a, --attach" flag: valid streams are STDIN, STDOUT and STDERR',
    ],
    ['--sysctl a=b', `invalid argument "a=b" for "--sysctl" flag: sysctl 'a=b' is not allowed`],
    ['--mount type=bind', 'invalid argument "type=bind" for "--mount" flag: target is required'],
    [
      '--mount type=bind,target=/x,volume-nocopy',
      `invalid argument "type=bind,target=/x,volume-nocopy" for "--mount" flag: cannot mix 'volume-*' options with mount type 'bind'`,
    ],
    ['--network foo=1', 'invalid argument "foo=1" for "--network" flag: invalid field key foo'],
    ['--gpus x=1', `invalid argument "x=1" for "--gpus" flag: unexpected key 'x' in 'x=1'`],
    ['-p x', 'docker: invalid containerPort: x'],
    ['-p foo=', 'docker: no port specified: :/tcp<empty>'],
    [
      '--expose 5-3',
      'docker: invalid range format for --expose: 5-3, error: invalid range specified for port: 5-3',
    ],
    ['--device :x', 'docker: bad format for path: :x'],
    ['-v /a:/b:ro:rw', 'docker: invalid spec: /a:/b:ro:rw: too many colons'],
    ['-v :/x', 'docker: invalid spec: :/x: empty section between colons'],
    [
      '--restart always:x',
      'docker: invalid restart policy format: maximum retry count must be an integer',
    ],
    [
      '--rm --restart always',
      'docker: conflicting options: cannot specify both --restart and --rm',
    ],
    ['--pid x', 'docker: --pid: invalid PID mode'],
    ['--security-opt x', 'docker: Invalid --security-opt: "x"'],
    [
      '--health-cmd x --no-healthcheck',
      'docker: --no-healthcheck conflicts with --health-* options',
    ],
    [
      '--network a --network host',
      'docker: conflicting options: cannot attach both user-defined and non-user-defined network-modes',
    ],
    ['--env-file nofile', 'docker: open nofile: no such file or directory'],
    ['--pull x', `docker: invalid pull option: 'x': must be one of "always", "missing" or "never"`],
  ])('%s', (flags, error) => {
    expect(create(flags)).toMatchObject({ error, exitCode: 125 });
  });
});

describe('what create sends', () => {
  it('limits, in the units of the API', () => {
    expect(create('-m 64m --cpus .5 --shm-size 1g --ulimit nofile=5:10').host).toMatchObject({
      Memory: 67_108_864,
      NanoCpus: 500_000_000,
      ShmSize: 1_073_741_824,
      Ulimits: [{ Name: 'nofile', Soft: 5, Hard: 10 }],
    });
  });

  it('a mount, its source made absolute', () => {
    expect(create('--mount type=bind,src=./a,dst=/b,ro').host['Mounts']).toEqual([
      { Type: 'bind', Source: '/home/learner/a', Target: '/b', ReadOnly: true },
    ]);
  });

  it('ports in the long notation', () => {
    expect(create('-p published=80,target=90,protocol=udp').host['PortBindings']).toEqual({
      '90/udp': [{ HostIp: '', HostPort: '80' }],
    });
  });

  it('the last value of a variable, capabilities by their whole names', () => {
    const { body, host } = create('-e A=1 -e B=2 -e A=3 --cap-add net_admin --cap-drop all');
    expect(body['Env']).toEqual(['A=3', 'B=2']);
    expect(host).toMatchObject({ CapAdd: ['CAP_NET_ADMIN'], CapDrop: ['ALL'] });
  });

  it('a health check in nanoseconds', () => {
    expect(
      create('--health-cmd true --health-interval 5s --health-retries 3').body['Healthcheck'],
    ).toEqual({
      Test: ['CMD-SHELL', 'true'],
      Interval: 5_000_000_000,
      Retries: 3,
    });
  });

  it('an endpoint when a network is given with options of its own', () => {
    const { body, host } = create('--network front --network-alias web');
    expect(host['NetworkMode']).toBe('front');
    expect(body['NetworkingConfig']).toMatchObject({
      EndpointsConfig: { front: { Aliases: ['web'] } },
    });
  });
});
