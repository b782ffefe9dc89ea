import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const run = (line: string) => {
  const { stdout, stderr, exitCode } = session([line]).last;
  return { stdout, stderr, exitCode };
};
const TOP_USAGE =
  "Usage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information\n";

describe('the words between docker and a command, as docker CLI 28.2.2 takes them', () => {
  it.each([
    ['docker', ''],
    ['docker container', 'container'],
    ['docker network', 'network'],
    ['docker trust key', 'trust key'],
  ])('%s alone shows its help on stderr and succeeds', (line, name) => {
    const { stdout, stderr, exitCode } = run(line);
    expect(stderr.startsWith(`Usage:  docker ${name === '' ? '[OPTIONS]' : name} COMMAND\n`)).toBe(
      true,
    );
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(run(`${line} --help`)).toEqual({ stdout: stderr, stderr: '', exitCode: 0 });
  });

  it.each([
    ['docker --help ps', 'docker ps --help'],
    ['docker container --help list', 'docker container ls --help'],
    ['docker help network rm', 'docker network rm --help'],
    ['docker nosuch --help', 'docker --help'],
    ['docker nosuch -v', 'docker --version'],
    ['docker -v images', 'docker images'],
    ['docker -- ps', 'docker ps'],
    ['docker -c default ps', 'docker ps'],
    ['docker -H unix:///var/run/docker.sock ps', 'docker ps'],
  ])('%s is %s', (line, same) => {
    expect(run(line)).toEqual(run(same));
    expect(run(line).exitCode).toBe(0);
  });

  it.each([
    ['docker --foo', `unknown flag: --foo\n\n${TOP_USAGE}`, 125],
    ['docker nosuch --bar', `unknown flag: --bar\n\n${TOP_USAGE}`, 125],
    ['docker container --foo=1 ls', 'unknown flag: --foo\n', 1],
    ['docker container -xy ls', "unknown shorthand flag: 'x' in -xy\n", 1],
    [
      'docker container --foo ls',
      "unknown flag: --foo\n\nUsage:  docker container\n\nRun 'docker container --help' for more information\n",
      125,
    ],
    [
      'docker volume nosuch',
      "docker: unknown command: docker volume nosuch\n\nUsage:  docker volume COMMAND\n\nRun 'docker volume --help' for more information\n",
      1,
    ],
    ['docker help ps x', 'unknown help topic: x\n', 1],
    ['docker help container nosuch', 'unknown help topic: nosuch\n', 1],
    ['docker -l loud ps', 'Unable to parse logging level: loud\n', 1],
    [
      'docker -H tcp://127.0.0.1:1 ps',
      'Cannot connect to the Docker daemon at tcp://127.0.0.1:1. Is the docker daemon running?\n',
      1,
    ],
    [
      'docker -c default -H unix:///var/run/docker.sock ps',
      'conflicting options: cannot specify both --host and --context\n',
      1,
    ],
    [
      'docker -H a -H b ps',
      'Failed to initialize: unable to resolve docker endpoint: Specify only one -H\n',
      1,
    ],
  ])('%s', (line, stderr, exitCode) => {
    expect(run(line)).toEqual({ stdout: '', stderr, exitCode });
  });

  it('a deprecated flag is told on stdout', () => {
    expect(run('docker stop --time 1 --timeout 2 x')).toEqual({
      stdout: 'Flag --time has been deprecated, use --timeout instead\n',
      stderr: 'conflicting options: cannot specify both --timeout and --time\n',
      exitCode: 1,
    });
  });

  it('-h asks for help and is called deprecated', () => {
    const line = 'Flag shorthand -h has been deprecated, use --help\n';
    const help = run('docker container list --help').stdout;
    expect(run('docker container ls -h')).toEqual({ stdout: line + help, stderr: '', exitCode: 0 });
    expect(run('docker container -h ls').stdout).toBe(line + line + help);
    expect(run('docker -h container ls')).toEqual({ stdout: help, stderr: line, exitCode: 0 });
    expect(run('docker ps -h --nosuch').stdout).toBe('');
  });

  it('a command shows itself under the group and the name that it was called by', () => {
    expect(run('docker image remove').stderr).toContain(
      "docker: 'docker image rm' requires at least 1 argument\n\nUsage:  docker image rm [OPTIONS] IMAGE [IMAGE...]\n\nSee 'docker image rm --help'",
    );
  });
});
