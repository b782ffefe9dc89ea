import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function told(...lines: readonly string[]): readonly [string, number] {
  const { last } = session(lines, { images: ['busybox'] });
  const text = last.stdout + last.stderr;
  return [
    text.replace('docker: Error response from daemon: ', '').split('\n')[0] ?? '',
    last.exitCode,
  ];
}

const run = (options: string, command = 'true', ...before: readonly string[]) =>
  told(...before, `docker run --rm ${options} busybox ${command}`);

const RUNC =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: ';
const INIT = `${RUNC}unable to start container process: error during container init: `;

describe('a container is not started', () => {
  it.each([
    [
      '--cpu-shares 1',
      `${INIT}error setting cgroup config for procHooks process: the minimum allowed cpu-shares is 2: unknown`,
      125,
    ],
    [`-h ${'a'.repeat(65)}`, `${INIT}sethostname: invalid argument: unknown`, 125],
    [
      '--sysctl net.nosuch=1',
      `${INIT}open /proc/sys/net/nosuch: no such file or directory: unknown`,
      127,
    ],
    [
      '--network host --sysctl net.ipv4.ip_forward=1',
      `${RUNC}sysctl "net.ipv4.ip_forward" not allowed in host network namespace: unknown`,
      125,
    ],
    [
      '--log-opt max-size=x',
      "failed to create task for container: failed to initialize logging driver: invalid size: 'x'",
      125,
    ],
    [
      '--log-opt max-file=0',
      'failed to create task for container: failed to initialize logging driver: max-file cannot be less than 1',
      125,
    ],
    ['--pid container:nosuch', 'No such container: nosuch', 125],
    ['--group-add nosuch', 'Unable to find group nosuch: no matching entries in group file', 125],
    ['-u -1', 'uids and gids must be in range 0-2147483647', 125],
    ['-w /etc/passwd', 'Cannot mkdir: /etc/passwd is not a directory', 125],
  ])('with %s', (options, text, code) => {
    expect(run(options)).toEqual([text, code]);
  });

  it('in the IPC of one that does not share it', () => {
    const web = 'docker run -d --name web busybox sleep 100';
    expect(run('--ipc container:web', 'true', web)[0]).toMatch(
      /^failed to join IPC namespace: container [0-9a-f]{64}: non-shareable IPC \(hint: use IpcMode:shareable for the donor container\)$/,
    );
    expect(
      run('--ipc container:web', 'echo in', web.replace('--name', '--ipc shareable --name')),
    ).toEqual(['in', 0]);
  });

  it('in the processes of one that does not run', () => {
    expect(run('--pid container:web', 'true', 'docker create --name web busybox')[0]).toMatch(
      /^failed to join PID namespace: container [0-9a-f]{64} is not running$/,
    );
  });

  it('when an update has left its reservation above its memory', () => {
    expect(
      told(
        'docker run -d --name web -m 64m --memory-reservation 32m busybox sleep 100',
        'docker update --memory-reservation 1g web',
        'docker stop -t 0 web',
        'docker start web',
      )[0],
    ).toBe(
      'Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage',
    );
  });
});

describe('/proc/self/status', () => {
  it.each([
    ['', 'CapEff', '00000000a80425fb'],
    ['--cap-drop ALL', 'CapEff', '0000000000000000'],
    ['--cap-add SYS_ADMIN', 'CapEff', '00000000a82425fb'],
    ['--privileged', 'CapEff', '000001ffffffffff'],
    ['-u nobody', 'CapEff', '0000000000000000'],
    ['-u nobody', 'CapBnd', '00000000a80425fb'],
    ['--security-opt no-new-privileges', 'NoNewPrivs', '1'],
    ['', 'NoNewPrivs', '0'],
    ['--security-opt seccomp=unconfined', 'Seccomp', '0'],
    ['', 'Seccomp', '2'],
  ])('with %s: %s', (options, name, value) => {
    expect(run(options, `grep ${name}: /proc/self/status`)[0]).toBe(`${name}:\t${value}`);
  });
});

describe('a signal that does not exist', () => {
  it('is refused only when there is something to stop', () => {
    const web = 'docker run -d --name web busybox sleep 100';
    expect(told(web, 'docker stop -s NOPE web')[0]).toBe(
      'Error response from daemon: cannot stop container: web: invalid signal: NOPE',
    );
    expect(told(web, 'docker restart -s NOPE web')[0]).toBe(
      'Error response from daemon: Cannot restart container web: invalid signal: NOPE',
    );
    expect(told('docker create --name web busybox', 'docker stop -s NOPE web')).toEqual(['web', 0]);
  });
});

describe('what is wrong with a create is told in this order', () => {
  it('the image, the name, then links and joined namespaces; nothing is left behind', () => {
    expect(run('--link nosuch', 'true').at(0)).toContain('could not get container for nosuch');
    expect(
      told('docker create --name web busybox', 'docker create --name web --link nosuch busybox')[0],
    ).toContain('Conflict. The container name "/web" is already in use');
    expect(told('docker create --link nosuch nosuchimage')[0]).toContain(
      "Unable to find image 'nosuchimage:latest' locally",
    );
    expect(
      told('docker create --name web --pid container:nosuch busybox', 'docker ps -aq | wc -l')[0],
    ).toBe('0');
  });
});

describe('df of what is not there', () => {
  it('says so behind its heading', () => {
    const { last } = session(['docker run --rm busybox df /nosuch'], { images: ['busybox'] });
    expect([last.stderr, last.exitCode]).toEqual(["df: /nosuch: can't find mount point\n", 1]);
  });
});
