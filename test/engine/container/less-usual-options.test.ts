import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const last = (lines: readonly string[], images: readonly string[] = ['busybox']) => {
  const { stdout, stderr } = session([...lines], { images: [...images] }).last;
  return stdout + stderr;
};

/* Each was run under Docker 28.2.2. */
describe('logs --details', () => {
  it('tells the labels, variables and the tag that the log was asked to keep, by name', () => {
    expect(
      last([
        'docker run --name box --log-opt labels=team --log-opt env=ENVV -l team=blue -e ENVV=1 busybox echo hi',
        'docker logs --details box',
      ]),
    ).toBe('ENVV=1,team=blue hi\n');
    expect(
      last([
        'docker run --name box --log-opt tag=hey busybox echo hi',
        'docker logs --details box',
      ]),
    ).toBe('tag=hey hi\n');
  });

  it('puts a blank before a line of a log without attributes', () => {
    expect(last(['docker run --name box busybox echo hi', 'docker logs --details box'])).toBe(
      ' hi\n',
    );
  });
});

it('a log of the driver local has no file that others may read', () => {
  expect(
    last([
      'docker run -d --name box --log-driver local busybox true',
      "docker inspect -f '[{{.LogPath}}]' box",
    ]),
  ).toBe('[]\n');
});

it('a stop signal may be any number', () => {
  expect(last(['docker run --rm --stop-signal 99 busybox echo ok'])).toBe('ok\n');
  expect(last(['docker run --rm --stop-signal SIGNOPE busybox echo ok'])).toContain(
    'invalid signal: SIGNOPE',
  );
});

it('a device stands where it was put', () => {
  expect(
    last(["docker run --rm --device /dev/null:/dev/other busybox sh -c 'ls /dev/other'"]),
  ).toBe('/dev/other\n');
});

it('--ipc none leaves no shared memory', () => {
  expect(last(['docker run --rm --ipc none busybox ls -d /dev/shm'])).toBe(
    'ls: /dev/shm: No such file or directory\n',
  );
});

it('a volume outside a cluster has nothing to update', () => {
  expect(last(['docker volume create vol', 'docker volume update vol'])).toBe(
    'can only update cluster volumes\n',
  );
});

it('update takes --kernel-memory and pays no heed to it', () => {
  expect(
    last(['docker run -d --name box busybox sleep 9', 'docker update --kernel-memory 10m box']),
  ).toBe('box\n');
});

it('no name may be taken for a digest', () => {
  expect(last(['docker tag busybox sha256:abc'])).toBe(
    'Error response from daemon: refusing to create an ambiguous tag using digest algorithm as name\n',
  );
});

describe('the network cards of a container', () => {
  it('have the mask and the gateway of their network', () => {
    const lines = ['docker network create --subnet 10.90.0.0/28 tiny'];
    expect(last([...lines, 'docker run --rm --network tiny busybox ip route'])).toBe(
      'default via 10.90.0.1 dev eth0 \n10.90.0.0/28 dev eth0 scope link  src 10.90.0.2 \n',
    );
    expect(last([...lines, 'docker run --rm --network tiny busybox ip -o -4 addr show eth0'])).toBe(
      '2: eth0    inet 10.90.0.2/28 brd 10.90.0.15 scope global eth0\\       valid_lft forever preferred_lft forever\n',
    );
  });

  it('lead nowhere from a network that is internal', () => {
    expect(
      last([
        'docker network create --internal --subnet 10.89.0.0/16 inner',
        'docker run --rm --network inner busybox ip route',
      ]),
    ).toBe('10.89.0.0/16 dev eth0 scope link  src 10.89.0.2 \n');
  });

  it('are one for each network, in the order in which it joined', () => {
    const lines = [
      'docker network create --subnet 10.88.3.0/24 small',
      'docker network create --internal --subnet 10.89.0.0/16 inner',
      'docker run -d --name box --network small --ip 10.88.3.50 busybox sleep 300',
      'docker network connect --ip 10.89.0.77 inner box',
    ];
    expect(last([...lines, "docker exec box sh -c 'ip route; tail -2 /etc/hosts | cut -f1'"])).toBe(
      'default via 10.88.3.1 dev eth0 \n10.88.3.0/24 dev eth0 scope link  src 10.88.3.50 \n10.89.0.0/16 dev eth1 scope link  src 10.89.0.77 \n10.88.3.50\n10.89.0.77\n',
    );
  });

  it('have the address inside that inspect tells', () => {
    const lines = [
      'docker network create n',
      'docker run -d --name box --network n --mac-address 02:42:0a:58:03:99 busybox sleep 300',
      'docker exec box cat /sys/class/net/eth0/address',
    ];
    expect(last(lines)).toBe('02:42:0a:58:03:99\n');
  });
});
