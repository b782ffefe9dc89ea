import { expect, test } from 'vitest';
import { commandManner } from '@/lib/quiz/command-manner';

const usual = 'docker run -d -p 8081:80 --name web nginx';

test.each([
  ['the solution itself', usual, 'idiomatic'],
  ['other spaces', 'docker  run -d -p 8081:80 --name web  nginx', 'idiomatic'],
  ['options in another order', 'docker run --name web -p 8081:80 -d nginx', 'idiomatic'],
  ['two options in one word', 'docker run -dp 8081:80 --name web nginx', 'shorter'],
  ['a value joined to its option', 'docker run -d -p8081:80 --name web nginx', 'shorter'],
  ['the long form of an option', 'docker run --detach -p 8081:80 --name web nginx', 'longer'],
  ['the management command', 'docker container run -d -p 8081:80 --name web nginx', 'longer'],
  ['more than was asked', 'docker run -d -p 8081:80 -e A=1 --name web nginx', 'longer'],
  ['the tag that is understood', 'docker run -d -p 8081:80 --name web nginx:latest', 'other'],
  ['a quoted word is one word', "docker run -d -p 8081:80 --name web 'nginx'", 'other'],
] as const)('%s', (_what, command, manner) => {
  expect(commandManner(command, usual)).toBe(manner);
});
