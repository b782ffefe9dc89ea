import { describe, expect, it } from 'vitest';
import { runLine } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

const made = runLine(freshSandbox(), 'docker run -d --name web nginx', courseWorld).sandbox;
const run = (line: string, from = made) => runLine(from, line, courseWorld);
const ask = (rest: string, from = made) =>
  run(`curl -s --unix-socket /var/run/docker.sock ${rest}`, from);

describe('curl at the socket of the engine', () => {
  it('reads what the docker command line reads, in JSON', () => {
    const listed = JSON.parse(ask('http://localhost/v1.50/containers/json').stdout) as unknown;
    expect(listed).toMatchObject([{ Names: ['/web'], State: 'running' }]);
    expect(ask('http://localhost/containers/json?all=0 | wc -l').stdout).toBe('1\n');
  });

  it('does what a request asks for', () => {
    const stopped = ask('-X POST http://localhost/containers/web/stop -i');
    expect(stopped.stdout).toMatch(/^HTTP\/1\.1 204 No Content\r\n(.+\r\n)*Date: .* GMT\r\n\r\n$/);
    expect(run("docker ps -a --format '{{.State}}'", stopped.sandbox).stdout).toBe('exited\n');
    const json = `-H 'Content-Type: application/json' -d '{"Image":"nginx"}'`;
    const created = ask(`${json} 'http://localhost/containers/create?name=two' -w '%{http_code}'`);
    expect(created.stdout).toMatch(/^\{"Id":"[0-9a-f]{64}","Warnings":\[\]\}\n201$/);
    expect(run('docker start two', created.sandbox).exitCode).toBe(0);
  });

  it('waits for the end of a container', () => {
    const { sandbox } = run("docker run -d --name job nginx sh -c 'sleep 5; exit 3'");
    const waited = ask('-X POST http://localhost/containers/job/wait', sandbox);
    expect(waited.stdout).toBe('{"StatusCode":3}\n');
  });

  it.each([
    ['http://localhost/v1.99/info', 'client version 1.99 is too new. Maximum supported API'],
    ['http://localhost/nope', 'page not found'],
    ['-X DELETE http://localhost/containers/nope', 'No such container: nope'],
    ['-d {} http://localhost/containers/create', 'unsupported Content-Type header'],
    ['--json {x http://localhost/containers/create', 'looking for beginning of object key string'],
  ])('%s is refused in the words of the engine', (rest, words) => {
    const { stdout, exitCode, sandbox } = ask(rest);
    expect((JSON.parse(stdout) as { message: string }).message).toContain(words);
    expect(exitCode).toBe(0);
    expect(sandbox.containers).toEqual(made.containers);
  });

  it.each([
    [
      '--unix-socket /tmp/no http://localhost/info',
      7,
      '(7) Failed to connect to localhost port 80',
    ],
    ['--unix-socket', 2, 'option --unix-socket: requires parameter'],
    ['--unix-socket /run/docker.sock --wrong', 2, 'option --wrong: is unknown'],
    ['--unix-socket /run/docker.sock', 2, "try 'curl --help'"],
    ['-f --unix-socket /run/docker.sock http://x/images/no/json', 22, 'returned error: 404'],
  ])('curl %s', (words, code, text) => {
    const { stdout, stderr, exitCode } = run(`curl ${words}`);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toContain(text);
  });

  it('gives output in pieces behind headers, which a terminal is warned of', () => {
    const { sandbox } = run('docker run --name say nginx echo hi');
    const logs = 'http://localhost/containers/say/logs?stdout=1';
    expect(ask(`${logs} | cat`, sandbox).stdout).toBe('\u0001\0\0\0\0\0\0\u0003hi\n');
    expect(ask(logs, sandbox)).toMatchObject({ stdout: '', exitCode: 23 });
  });
});
