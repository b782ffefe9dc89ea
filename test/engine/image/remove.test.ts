import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const used = ['docker run --name job busybox sh -c "echo hi > /f"'];

describe('an image removed by force', () => {
  it('under a stopped container goes but for its layers, which the container keeps', () => {
    const { runs, sandbox } = session([
      ...used,
      'docker rmi -f busybox',
      "docker ps -a --format '{{.Image}}'",
      'docker start -a job',
      'docker cp job:/f -',
      'docker commit job x',
      'docker pull busybox',
    ]);
    const removed = runs[1]?.stdout.trim().split('\n') ?? [];
    expect(removed.filter((line) => line.startsWith('Deleted: '))).toHaveLength(1);
    expect(runs[2]?.stdout).toMatch(/^[0-9a-f]{12}\n$/);
    expect(runs[3]?.exitCode).toBe(0);
    expect(runs[4]?.exitCode).toBe(0);
    expect(runs[5]?.stderr).toMatch(/failed to get digest sha256:[0-9a-f]{64}: open /);
    expect(runs[6]?.stdout).toContain(': Already exists');
    expect(sandbox.held.size).toBe(1);
  });

  it('is forgotten with its last container', () => {
    const { sandbox, last } = session([
      ...used,
      'docker rmi -f busybox',
      'docker rm job',
      'docker pull busybox',
    ]);
    expect(sandbox.held.size).toBe(0);
    expect(last.stdout).toContain(': Pull complete');
  });

  it('under a running container only loses its names', () => {
    const { last } = session(['docker run -d --name web nginx', 'docker rmi -f nginx']);
    expect(last.stdout).not.toContain('Deleted');
  });

  it('needs a name', () => {
    expect(session(["docker rmi ''"]).last.stderr).toBe(
      'Error response from daemon: page not found\n',
    );
  });
});

describe('image prune', () => {
  it('-a takes all names but the last from an image in use', () => {
    const { runs } = session([
      'docker run -d --name web nginx',
      'docker tag nginx also:1',
      'docker image prune -af',
      "docker images --format '{{.Repository}}:{{.Tag}}'",
    ]);
    expect(runs[3]?.stdout.trim().split('\n')).toHaveLength(1);
  });

  it('frees what the deleted layers weighed and no more', () => {
    const { last } = session([
      'docker run --name job busybox touch /x',
      'docker commit job',
      'docker image prune -f',
    ]);
    expect(last.stdout).toMatch(/Total reclaimed space: 0B\n$/);
  });
});

describe('docker images', () => {
  it('counts an image that only a digest names as dangling', () => {
    const { runs } = session([
      'docker tag busybox keep:1',
      'docker tag nginx busybox:latest',
      'docker rmi keep:1',
      'docker images -q -f dangling=true',
      'docker images -q -f dangling=false nginx',
    ]);
    expect(runs[3]?.stdout.trim().split('\n')).toHaveLength(1);
    expect(runs[4]?.stdout.trim().split('\n')).toHaveLength(1);
  });

  it('--tree lists the longest name first and does not go with -q', () => {
    const { runs } = session([
      'docker tag nginx a-long-name/of-nginx:1',
      'docker images --tree',
      'docker images --tree -q',
    ]);
    const lines = runs[1]?.stdout.split('\n') ?? [];
    const first = lines.indexOf('a-long-name/of-nginx:1');
    expect(lines[first + 1]).toMatch(/^nginx:latest +[0-9a-f]{12} +188MB +0B +$/);
    expect(runs[2]?.stderr).toBe('--quiet is not yet supported with --tree\n');
  });

  it('hints at the command when its word is no image', () => {
    const { runs } = session(['docker images ls', 'docker image ls ls']);
    expect(runs[0]?.stderr).toBe(
      '\nNo images found matching "ls": did you mean "docker image ls"?\n',
    );
    expect(runs[1]?.stderr).toBe('');
  });
});
