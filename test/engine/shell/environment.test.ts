import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function told(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox'] });
  return last.stdout + last.stderr;
}

describe("the learner's environment", () => {
  it('gives a bare -e its value', () => {
    expect(told('A=5 docker run --rm -e A busybox env')).toContain('\nA=5\n');
    expect(told('export A=6', 'docker run --rm -e A busybox env')).toContain('\nA=6\n');
    expect(told('A=5; docker run --rm -e A busybox env')).not.toContain('A=');
    expect(
      told('docker run -d --name web busybox sleep 9', 'A=7 docker exec -e A web env'),
    ).toContain('\nA=7\n');
  });

  it('gives a bare --build-arg its value', () => {
    const build =
      "printf 'FROM busybox\\nARG V=no\\nRUN echo V=$V\\n' | V=yes docker build --build-arg V -";
    expect(told(build)).toContain('\nV=yes\n');
  });

  it('says which engine is meant', () => {
    const lost = (host: string): string =>
      `Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?\n`;
    expect(told('DOCKER_HOST=tcp://1.2.3.4:5 docker ps')).toBe(lost('tcp://1.2.3.4:5'));
    expect(told('DOCKER_HOST=far docker ps')).toBe(
      'error during connect: Get "http://far:2375/v1.50/containers/json": dial tcp: lookup far on 10.255.255.53:53: no such host\n',
    );
    expect(told('DOCKER_HOST=far docker -H unix:///var/run/docker.sock ps -q')).toBe('');
    expect(told('DOCKER_CONTEXT=nope docker ps')).toContain('context "nope": context not found');
    expect(told('DOCKER_CONTEXT=default docker ps -q')).toBe('');
  });
});

describe('a substitution within a pipeline', () => {
  it('gives its output', () => {
    expect(told('echo $(echo a; echo b) | cat')).toBe('a b\n');
    expect(told('echo $(docker create --name web busybox) | wc -c')).toBe('65\n');
    expect(told("docker run --rm busybox sh -c 'echo $(seq 3) | cat'")).toBe('1 2 3\n');
  });
});

describe('the log of a container at a terminal', () => {
  it('has one output', () => {
    expect(
      told(
        "docker run -t --name web busybox sh -c 'echo a; echo b >&2'",
        'docker logs web 2>/dev/null | wc -l',
      ),
    ).toBe('2\n');
  });
});
