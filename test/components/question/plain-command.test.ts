import { expect, it } from 'vitest';
import { plainCommand } from '@/components/question/plain-command';

it.each([
  ['docker run —name web nginx', 'docker run --name web nginx'],
  ['docker run –d nginx', 'docker run -d nginx'],
  ['docker run -e “A=1” nginx', 'docker run -e "A=1" nginx'],
  ['sh -c ‘echo hi’', "sh -c 'echo hi'"],
  ['$ docker ps', 'docker ps'],
  ['  docker\u00a0ps \n -a ', 'docker ps -a'],
  ['echo $HOME', 'echo $HOME'],
  ['docker ps --format "{{.Names}}"', 'docker ps --format "{{.Names}}"'],
])('%j is meant as %j', (typed, meant) => {
  expect(plainCommand(typed)).toBe(meant);
});
