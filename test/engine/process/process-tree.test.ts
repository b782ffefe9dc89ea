import { describe, expect, it } from 'vitest';
import { createSandbox, runLine } from '@/lib/engine';
import { courseWorld } from '../support/session-world';

/** What the last of some commands prints on a fresh host, its lines, blanks run together. */
function linesOf(...commands: readonly string[]): readonly string[] {
  let sandbox = createSandbox({
    world: courseWorld,
    seed: 'process-tree',
    now: Date.UTC(2026, 10, 21, 22, 5),
    images: ['nginx', 'busybox', 'ubuntu', 'redis', 'httpd'],
    terminal: true,
  });
  let text = '';
  for (const command of commands) {
    const run = runLine(sandbox, command, courseWorld);
    sandbox = run.sandbox;
    text = run.stdout + run.stderr;
  }
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim());
}

const nginx = 'docker run -d --name web nginx';
const pids = "docker stats --no-stream --format '{{.PIDs}}'";

describe('the processes of a server', () => {
  it('are nginx, its master as root, and a worker for each processor as a user of its own', () => {
    const [, master = '', ...workers] = linesOf(nginx, 'docker top web -o user,pid,ppid,args');
    expect(master).toMatch(/^root (\d+) \d+ nginx: master process nginx -g daemon off;$/);
    const number = master.split(' ')[1] ?? '';
    expect(workers.map((line) => line.replace(/^101 \d+ /, ''))).toEqual([
      `${number} nginx: worker process`,
      `${number} nginx: worker process`,
    ]);
    expect(linesOf(nginx, pids)).toEqual(['3']);
  });

  it('are told in the log of nginx by the numbers they have inside', () => {
    expect(linesOf(nginx, 'docker logs web').slice(-2).join('\n')).toMatch(
      /1#1: start worker process 29\n.*1#1: start worker process 30$/,
    );
    const stopped = linesOf(nginx, 'docker stop web', 'docker logs web').slice(-12).join('\n');
    expect(stopped).toContain('1#1: signal 3 (SIGQUIT) received, shutting down');
    expect(stopped).toContain('29#29: gracefully shutting down');
    expect(stopped).toMatch(/1#1: worker process 30 exited with code 0\n.*1#1: exit$/);
    expect(linesOf(nginx, 'docker exec web cat /proc/30/comm')).toEqual(['nginx']);
    expect(linesOf(nginx, 'docker exec web cat /proc/30/status').join()).toContain('PPid:\t1,');
  });

  it('are httpd with three children of 27 threads, redis alone with its title', () => {
    const httpd = 'docker run -d --name web httpd';
    expect(linesOf(httpd, 'docker top web -o pid,nlwp,args').slice(1)).toEqual([
      expect.stringMatching(/ 1 httpd -DFOREGROUND$/),
      ...Array.from({ length: 3 }, (): unknown => expect.stringMatching(/ 27 httpd -DFOREGROUND$/)),
    ]);
    expect(linesOf(httpd, pids)).toEqual(['82']);
    const redis = linesOf('docker run -d --name db redis', 'docker top db -o pid,user,args');
    expect(redis[1]).toMatch(/ 999 redis-server \*:6379$/);
  });

  it('are begun anew when a worker is killed, and end with their master', () => {
    const killed = linesOf(nginx, 'docker exec web sh -c "kill 29"', 'docker top web -o pid,args');
    expect(killed).toHaveLength(4);
    expect(linesOf(nginx, 'docker stop web', 'docker top web')[0]).toContain('is not running');
  });
});

describe('the processes of a shell', () => {
  const running = (script: string, shell = 'busybox sh'): string =>
    `docker run -d --name job ${shell} -c '${script}'`;
  const top = 'docker top job -o pid,args';
  const words = (lines: readonly string[]): readonly string[] =>
    lines.slice(1).map((line) => line.replace(/^\d+ /, ''));

  it('are only its last program: it takes the place of a shell that was given one line', () => {
    expect(words(linesOf(running('sleep 100'), top))).toEqual(['sleep 100']);
    expect(words(linesOf(running('echo a; sleep 100', 'ubuntu bash'), top))).toEqual(['sleep 100']);
    expect(linesOf(running('sleep 100'), pids)).toEqual(['1']);
  });

  it('are the shell and its program where the shell is still needed', () => {
    expect(words(linesOf(running('sleep 100; echo over'), top))).toEqual([
      'sh -c sleep 100; echo over',
      'sleep 100',
    ]);
    expect(words(linesOf(running('trap "exit 3" TERM; sleep 100'), top))).toHaveLength(2);
    expect(words(linesOf(running('sleep 100 & sleep 200'), top))).toEqual([
      'sh -c sleep 100 & sleep 200',
      'sleep 100',
      'sleep 200',
    ]);
  });

  it('get signals by their numbers, and the shell goes on', () => {
    const over = running('sleep 100; echo over; sleep 200');
    expect(linesOf(over, 'docker exec job kill 7', 'docker logs job')).toEqual([
      'over',
      'Terminated',
    ]);
    expect(words(linesOf(over, 'docker exec job kill 7', top))).toEqual(['sleep 200']);
    const jobs = running('sleep 100 & sleep 200 & wait; echo done');
    expect(linesOf(jobs, 'docker exec job kill 7 8', 'docker logs job')).toEqual(['done']);
  });

  it('stand below docker-init where it was asked for', () => {
    const init = 'docker run -d --name job --init busybox sleep 100';
    expect(words(linesOf(init, top))).toEqual(['/sbin/docker-init -- sleep 100', 'sleep 100']);
    expect(linesOf(init, 'docker exec job kill 7', 'docker wait job')).toEqual(['143']);
  });
});

describe('docker top', () => {
  const refused = (args: string): string => linesOf(nginx, `docker top web ${args}`).join('\n');

  it('shows the layouts of ps', () => {
    const titles = (args: string): string | undefined =>
      linesOf(nginx, `docker top web ${args}`)[0];
    expect(titles('')).toBe('UID PID PPID C STIME TTY TIME CMD');
    expect(titles('aux')).toBe('USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND');
    expect(titles('-l')).toBe('F S UID PID PPID C PRI NI ADDR SZ WCHAN TTY TIME CMD');
    expect(titles('-eF')).toBe('UID PID PPID C SZ RSS PSR STIME TTY TIME CMD');
    expect(titles('axj')).toBe('PPID PID PGID SID TTY TPGID STAT UID TIME COMMAND');
    expect(titles('x')).toBe('PID TTY STAT TIME COMMAND');
    expect(titles('-o pid,comm=NAME')).toBe('PID NAME');
  });

  it('tells the first line of what ps complains', () => {
    const told = 'Error response from daemon: ps: error: ';
    expect(refused('-o pid,zzz')).toBe(`${told}unknown user-defined format specifier "zzz"`);
    expect(refused('-Q')).toBe(`${told}unsupported SysV option`);
    expect(refused('xyz')).toBe(`${told}unsupported option (BSD syntax)`);
    expect(refused('--bogus')).toBe(`${told}unknown gnu long option`);
    expect(refused('aux -o pid')).toBe(`${told}conflicting format options`);
    expect(refused('-eo comm')).toContain("Couldn't find PID field in ps output");
    expect(refused('-o pid,comm=PID')).toContain('specifying');
  });

  it("knows users by the host's names for their numbers", () => {
    const other = 'docker run -d --name job -u 1000 busybox sleep 100';
    expect(linesOf(other, 'docker top job -o pid,user,uid')[1]).toMatch(/ learner 1000$/);
  });
});
