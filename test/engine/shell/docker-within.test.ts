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
