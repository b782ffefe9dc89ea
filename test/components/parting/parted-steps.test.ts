import { describe, expect, test } from 'vitest';
import {
  alikeSteps,
  differingPart,
  differingWords,
  type TextPiece,
} from '@/components/parting/parted-steps';
import type { PartingSide } from '@/lib/quiz/parting/parting';

const side = (commands: readonly string[], step: number): PartingSide => ({
  steps: commands.map((command) => ({ command, lines: [] })),
  differs: { step, line: 0 },
});

describe('the steps that are alike on both sides', () => {
  test.each([
    ['the same commands, up to what they print', ['a', 'b', 'c'], 2, ['a', 'b', 'c'], 2, 2],
    ['two commands before one observation', ['mine', 'see'], 1, ['right', 'see'], 1, 0],
    ['two orders with one beginning', ['a', 'c'], 1, ['a', 'b', 'c'], 2, 1],
    ['an order that fails where the other goes on', ['a'], 0, ['a', 'b'], 0, 0],
  ])('%s', (_, mine, mineDiffers, docker, dockerDiffers, expected) => {
    expect(alikeSteps(side(mine, mineDiffers), side(docker, dockerDiffers))).toBe(expected);
  });
});

const spelled = (pieces: readonly TextPiece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('the words of a command that differ from another', () => {
  test.each([
    ['docker stop web', 'docker pause web', 'docker [stop] web'],
    ['docker run -p 80:8080 nginx', 'docker run -p 8080:80 nginx', 'docker run -p [80:8080] nginx'],
    ['docker run -d nginx', 'docker run nginx', 'docker run [-d] nginx'],
    ['docker run nginx', 'docker run -d nginx', 'docker run nginx'],
    ['docker ps -a', 'docker ps', 'docker ps [-a]'],
    ['docker ps', 'docker ps -a', 'docker ps'],
    ['docker tag a b', 'docker tag b a', 'docker tag [a b]'],
    ['docker  ps', 'docker ps', 'docker  ps'],
    ['ls', 'pwd', '[ls]'],
  ])('%s beside %s', (command, other, expected) => {
    expect(spelled(differingWords(command, other))).toBe(expected);
  });
});

describe('the part of a printed line that differs from another', () => {
  test.each([
    ['me/git:latest 140MB', 'me/git:latest 185MB', 'me/git:latest [140MB]'],
    ['quay.io/me/api:<none>', 'quay.io/me/api:latest', 'quay.io/me/api:[<none>]'],
    ['["PATH=/bin","MODE=test"]', '["PATH=/bin","MODE=dev"]', '["PATH=/bin","MODE=[test]"]'],
    [
      'The push refers to repository [docker.io/library/web]',
      'The push refers to repository [docker.io/me/web]',
      'The push refers to repository [docker.io/[library]/web]',
    ],
    ['web exited', 'web paused', 'web [exited]'],
    ['web', 'web 80/tcp', 'web'],
    ['/app', '/srv', '/app'],
    ['/note', "ls: cannot access '/data'", '/note'],
  ])('%s beside %s', (line, other, expected) => {
    expect(spelled(differingPart(line, other))).toBe(expected);
  });
});
