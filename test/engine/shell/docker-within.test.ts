import { describe, expect, it } from 'vitest';
import { runLine } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

describe('docker called by another program of the host', () => {
  const made = runLine(
    freshSandbox(),
    'docker create --name one nginx; docker create --name two nginx',
    courseWorld,
  ).sandbox;

  it.each([
    ["docker ps -aq | xargs docker inspect -f '{{.Name}}'", '/two\n/one\n'],
    ["env X=1 docker ps -a --format '{{.Names}}'", 'two\none\n'],
    ["nohup env docker ps -a --format '{{.Names}}'", 'two\none\n'],
    ['docker ps -aq | xargs docker rm | wc -l', '2\n'],
    ["sh -c 'docker ps -aq | wc -l'", '2\n'],
    ["timeout 5 docker ps -a --format '{{.Names}}'", 'two\none\n'],
  ])('%s', (line, stdout) => {
    expect(runLine(made, line, courseWorld)).toMatchObject({ stdout, exitCode: 0 });
  });
});

describe('both outputs of docker in one place', () => {
  const streams = `docker run --rm ubuntu sh -c 'echo a; echo b >&2; echo c'`;

  it.each([
    [`${streams} 2>&1`, 'a\nb\nc\n'],
    [`${streams} > f 2>&1; cat f`, 'a\nb\nc\n'],
    [`${streams} 2>/dev/null`, 'a\nc\n'],
    [
      'docker run --rm alpine echo hi 2>&1 | head -n 1',
      "Unable to find image 'alpine:latest' locally\n",
    ],
    ['docker run --rm alpine echo hi 2>&1 | tail -n 1', 'hi\n'],
  ])('%s stand there in the order in which they were written', (line, stdout) => {
    const sandbox = freshSandbox();
    expect(runLine(sandbox, line, courseWorld)).toMatchObject({ stdout, stderr: '', exitCode: 0 });
  });
});
