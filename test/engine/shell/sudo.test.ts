import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const told = (...lines: string[]): string => {
  const { stdout, stderr, exitCode } = session(lines).last;
  return `${stdout}${stderr}=${exitCode}`;
};

const USAGE = /^usage: sudo -h \| -K \| -k \| -V\nusage: sudo -v /;

/* The words are recorded from sudo 1.9.13 of Debian 12, whose user may run everything without a password; which user and which home a command has follows from its manual. */
describe('sudo at the learner’s prompt', () => {
  it.each([
    ['sudo id', 'uid=0(root) gid=0(root) groups=0(root)\n=0'],
    ['sudo nosuch', 'sudo: nosuch: command not found\n=1'],
    ['sudo ./x', 'sudo: ./x: command not found\n=1'],
    [
      'sudo cd /',
      'sudo: cd: command not found\nsudo: "cd" is a shell built-in command, it cannot be run directly.\nsudo: the -s option may be used to run a privileged shell.\nsudo: the -D option may be used to run a command in a specific directory.\n=1',
    ],
    [
      'sudo -u nosuch id',
      'sudo: unknown user nosuch\nsudo: error initializing audit plugin sudoers_audit\n=1',
    ],
    ["sudo sh -c 'echo $HOME $USER $0'", '/root root sh\n=0'],
    ['sudo FOO=1 env | grep FOO', 'FOO=1\n=0'],
    ['sudo -E env | grep ^HOME', 'HOME=/home/learner\n=0'],
    ['sudo -EH env | grep ^HOME', 'HOME=/root\n=0'],
    ['sudo pwd', '/home/learner\n=0'],
    ['sudo -i pwd', '/root\n=0'],
    ["sudo echo a b '$HOME'", 'a b $HOME\n=0'],
    ['sudo -n true', '=0'],
    ['sudo -V', 'Sudo version 1.9.13p3\n=0'],
    ['echo id -un | sudo bash', 'root\n=0'],
    ['sudo -u learner id -un', 'learner\n=0'],
  ])('%s', (line, printed) => {
    expect(told(line)).toBe(printed);
  });

  it('tells how it is used', () => {
    expect(told('sudo')).toMatch(USAGE);
    expect(told('sudo -x')).toMatch(/^sudo: invalid option -- 'x'\nusage: sudo -h/);
  });

  it('runs docker', () => {
    expect(told('sudo docker run -d --name web nginx', 'docker inspect -f {{.Name}} web')).toBe(
      '/web\n=0',
    );
    expect(
      told(
        'docker create --name web nginx',
        'docker ps -aq | sudo xargs docker rm',
        'docker ps -aq',
      ),
    ).toBe('=0');
  });

  it('writes where only root may', () => {
    expect(told('echo hi > /etc/motd')).toBe('-bash: /etc/motd: Permission denied\n=1');
    expect(told('echo hi | sudo tee /etc/motd', 'cat /etc/motd')).toBe('hi\n=0');
  });

  it.each(['sudo -i', 'sudo -s', 'sudo bash', 'sudo su', 'sudo su -'])(
    '%s, which would open a shell, says what to do instead',
    (line) => {
      expect(told(line)).toBe(
        'sudo: a shell of another user is no part of this simulated host: put sudo in front of each command\n=1',
      );
    },
  );
});
