import { describe, expect, it } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, createSandbox, runLine, worldOf } from '@/lib/engine';
import { START } from './support/course';

/** Another machine than the course's, in every figure. */
const host = {
  ...catalogueData.host,
  name: 'ship',
  user: { name: 'bob', uid: 1200, home: '/home/bob' },
  kernel: { release: '9.9.9', build: '#7 SMP' },
  cpus: { ...catalogueData.host.cpus, count: 6 },
  memory: 8 * 2 ** 30,
};
const world = worldOf(buildCatalogue({ ...catalogueData, host }), buildManual(manualData));
const start = createSandbox({
  world,
  seed: 'host',
  now: START,
  images: ['busybox'],
  files: { note: 'x' },
});

const told = (line: string): string => {
  const { stdout, stderr } = runLine(start, line, world);
  return stdout + stderr;
};
const inside = (command: string): string => told(`docker run --rm ${command}`);

describe('the machine is said once: another one shows in', () => {
  it('what the engine tells of itself', () => {
    const format = '{{.Name}} {{.KernelVersion}} {{.NCPU}} {{.MemTotal}}';
    expect(told(`docker info -f '${format}'`)).toBe('ship 9.9.9 6 8589934592\n');
    expect(told("docker version -f '{{.Server.KernelVersion}}'")).toBe('9.9.9\n');
  });

  it('a container', () => {
    expect(inside('busybox uname -rv')).toBe('9.9.9 #7 SMP\n');
    expect(inside('busybox nproc')).toBe('6\n');
    expect(inside('busybox grep MemTotal /proc/meminfo')).toBe('MemTotal:        8388608 kB\n');
    expect(inside('busybox grep -c processor /proc/cpuinfo')).toBe('6\n');
    expect(inside('busybox free').split('\n')[1]).toMatch(/^Mem: +8388608 /);
    expect(inside('--network host busybox hostname')).toBe('ship\n');
  });

  it('what a container may have', () => {
    expect(inside('--cpus 7 busybox true')).toContain('as there are only 6 CPUs available');
    expect(inside('--cpuset-cpus 6 busybox true')).toContain('available: 0-5');
    expect(inside('--cpuset-cpus 5 busybox echo runs')).toBe('runs\n');
  });

  it('the shell of its user', () => {
    const { prompt } = runLine(start, 'true', world);
    expect(prompt).toBe('bob@ship:~$ ');
    expect(told('pwd; whoami; hostname; ls')).toBe('/home/bob\nbob\nship\nnote\n');
    expect(told('ls -ln /home/bob/note')).toContain(' 1200 1200 ');
    expect(told('grep bob /etc/passwd')).toBe('bob:x:1200:1200:bob:/home/bob:/bin/bash\n');
  });

  it('where the command line keeps its logins', () => {
    expect(told('docker login -u learner -p hubpass')).toContain("'/home/bob/.docker/config.json'");
  });
});
