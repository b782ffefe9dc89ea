import { describe, expect, it, test } from 'vitest';
import { parseHost } from '@/lib/engine/cli/contexts/parse-host';
import { session } from '../support/course';

/** What the last of the lines printed. */
function last(...lines: readonly string[]): string {
  const { stdout, stderr } = session(lines).last;
  return stdout + stderr;
}

const lab = "docker context create lab --docker host=tcp://127.0.0.1:1 --description 'the lab'";
const here = 'docker context create here --docker host=unix:///var/run/docker.sock';

describe('a context says where the engine is', () => {
  test('it is made, listed in natural order, used and removed', () => {
    expect(last(lab)).toBe('lab\nSuccessfully created context "lab"\n');
    const make = ['l10', 'l2'].map((name) => `docker context create ${name}`);
    expect(last(lab, ...make, 'docker context use lab', 'docker context ls -q')).toBe(
      'default\nl2\nl10\nlab\n',
    );
    const format = "docker context ls --format '{{.Name}} {{.Current}} {{.DockerEndpoint}}'";
    expect(last(lab, 'docker context use lab', format)).toBe(
      'default false unix:///var/run/docker.sock\nlab true tcp://127.0.0.1:1\n',
    );
    expect(last(lab, 'docker context use lab', 'docker context rm lab')).toBe(
      'context "lab" is in use, set -f flag to force remove\n',
    );
    const remove = ['docker context use lab', 'docker context rm -f lab', 'docker context show'];
    expect(last(lab, ...remove)).toBe('default\n');
  });

  test('commands go to the engine of the current one', () => {
    const refused =
      'Cannot connect to the Docker daemon at tcp://127.0.0.1:1. Is the docker daemon running?\n';
    expect(last(lab, 'docker context use lab', 'docker ps')).toBe(refused);
    expect(last(lab, 'docker context use lab', 'docker -c default ps -q')).toBe('');
    expect(
      last(here, 'docker run -d --name aa busybox sleep 9', 'docker -c here stop -t 0 aa'),
    ).toBe('aa\n');
    expect(last(lab, 'DOCKER_CONTEXT=lab docker ps')).toBe(refused);
    expect(last(lab, 'DOCKER_CONTEXT=lab docker context show')).toBe('lab\n');
  });

  test('the choice and the logins stand in one file', () => {
    const login = 'docker login -u learner -p hubpass';
    const file = 'cat .docker/config.json';
    expect(last(lab, 'docker context use lab', file)).toBe(
      '{\n\t"auths": {},\n\t"currentContext": "lab"\n}',
    );
    expect(last(login, lab, 'docker context use lab', 'docker context use default', file)).toMatch(
      /^\{\n\t"auths": \{\n\t\t"https:\/\/index.docker.io\/v1\/"[^]*\n\t\}\n\}$/,
    );
    expect(last('docker context use default', 'ls .docker')).toContain('No such file');
  });

  test('inspect shows where it is kept', () => {
    expect(last(lab, 'docker context inspect lab')).toContain(
      '"Metadata": {\n            "Description": "the lab"\n        }',
    );
    expect(last(lab, "docker context inspect lab -f '{{.Metadata.Metadata.Description}}'")).toBe(
      'the lab\n',
    );
    expect(last("docker context inspect -f '{{.Metadata.Description}}'")).toContain(
      "can't evaluate field Description in type store.Metadata",
    );
  });

  test('it travels in a file', () => {
    expect(last(lab, 'docker context export lab')).toBe('Written file "lab.dockercontext"\n');
    const out = ['docker context export lab', 'docker context import two lab.dockercontext'];
    expect(last(lab, ...out)).toBe('two\nSuccessfully imported context "two"\n');
    expect(last(lab, ...out, "docker context inspect two -f '{{.Endpoints.docker.Host}}'")).toBe(
      'tcp://127.0.0.1:1\n',
    );
    expect(last(lab, 'docker context export lab', 'docker context export lab')).toBe(
      'open lab.dockercontext: file exists\n',
    );
    expect(last(lab, 'docker context export lab - | docker context import two -')).toBe(
      'two\nSuccessfully imported context "two"\n',
    );
  });

  test('update changes what is given and nothing else', () => {
    const format = "docker context inspect lab -f '{{.Endpoints.docker.Host}}'";
    expect(last(lab, 'docker context update lab --description new', format)).toBe(
      'tcp://127.0.0.1:1\n',
    );
    expect(last(lab, 'docker context update lab --docker host=tcp://b:2', format)).toBe(
      'tcp://b:2\n',
    );
  });

  it.each([
    ['docker context create default', '"default" is a reserved context name\n'],
    ["docker context create ''", 'context name cannot be empty\n'],
    ['docker context create lab', 'context "lab" already exists\n'],
    ['docker context create b2 --docker x=1', 'unrecognized config key: x\n'],
    ['docker context create b2 --docker host=1.2.3.4', 'unable to parse docker host `1.2.3.4`\n'],
    ['docker context create b2 --docker host', 'host must be formatted as key=value\n'],
    [
      'docker context create b2 --from lab --docker host=tcp://x',
      'cannot use --docker flag when --from is set\n',
    ],
    ['docker context use a b', 'accepts 1 arg(s), received 2\n'],
    ['docker context use nosuch', 'meta.json: no such file or directory\n'],
    ['docker context rm nosuch', 'context "nosuch" does not exist\n'],
    ['docker context import two lab.tar', 'open lab.tar: no such file or directory\n'],
  ])('%s is refused', (line, words) => {
    expect(last(lab, line)).toContain(words);
  });
});

describe('the environment says where the engine is', () => {
  it.each([
    ['', 'unix:///var/run/docker.sock'],
    ['tcp://', 'tcp://localhost:2375'],
    ['lab', 'tcp://lab:2375'],
    [':1', 'tcp://localhost:1'],
    ['tcp://1.2.3.4/path', 'tcp://1.2.3.4:2375/path'],
    ['unix://', 'unix:///var/run/docker.sock'],
    ['ssh://lab', 'ssh://lab'],
  ])('%s is %s', (typed, host) => {
    expect(parseHost(typed)).toEqual({ ok: true, value: host });
  });

  it.each([
    ['bogus://x', 'invalid bind address format: bogus://x'],
    ['unix://a://b', 'invalid proto, expected unix: a://b'],
    ['tcp://x:y', 'parse "tcp://x:y": invalid port ":y" after host'],
    ['[::1]', 'invalid bind address format: [::1]'],
  ])('%s is refused', (typed, error) => {
    expect(parseHost(typed)).toEqual({ ok: false, error });
  });

  test('DOCKER_HOST stands over the chosen context, and the command line says so', () => {
    expect(last(lab, 'DOCKER_HOST=tcp://127.0.0.1:9 docker context use lab')).toContain(
      'Warning: DOCKER_HOST environment variable overrides the active context. To use "lab",',
    );
    expect(last('DOCKER_HOST=bogus://x docker ps')).toBe(
      'Failed to initialize: unable to resolve docker endpoint: invalid bind address format: bogus://x\n',
    );
    expect(last('DOCKER_HOST=tcp://lab docker ps -a')).toBe(
      'error during connect: Get "http://lab:2375/v1.50/containers/json?all=1": dial tcp: lookup lab on 10.255.255.53:53: no such host\n',
    );
    expect(last('DOCKER_TLS_VERIFY=1 docker ps')).toContain('/.docker/ca.pem: no such file');
  });

  it.each([
    ['DOCKER_API_VERSION=1.30 docker ps -q', ''],
    ['DOCKER_API_VERSION=9.9 docker ps', 'client version 9.9 is too new. Maximum supported'],
    ['DOCKER_API_VERSION=1.10 docker ps', 'client version 1.10 is too old. Minimum supported'],
    ['DOCKER_API_VERSION=x docker ps', 'Error response from daemon: page not found'],
    ["DOCKER_API_VERSION=1.30 docker version -f '{{.Client.APIVersion}}'", '1.30\n'],
  ])('%s', (line, words) => {
    expect(last(line)).toContain(words);
  });
});
