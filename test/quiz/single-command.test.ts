import { expect, test } from 'vitest';
import { singleCommand } from '@/lib/quiz/single-command';

test.each([
  ['docker ps', 'docker ps'],
  ['  docker   ps -a ', 'docker   ps -a'],
  [`docker exec web sh -c 'a; b | c > d && e'`, null],
  [`docker exec web sh -c "a; b > c"`, null],
  [`docker commit -c 'CMD ["nginx"]' web me/web`, null],
  [`docker ps --format '{{.Names}} $(x) \`y\`'`, null],
  ['docker run -e A=$HOME nginx', null],
  ['docker ps --filter name=a\\&b', null],
])('one docker command: %s', (text, trimmed) => {
  expect(singleCommand(text)).toEqual({ ok: true, value: trimmed ?? text });
});

test.each([
  ['', { kind: 'empty' }],
  ['   ', { kind: 'empty' }],
  ['ls', { kind: 'not-docker', word: 'ls' }],
  ['sudo docker ps', { kind: 'not-docker', word: 'sudo' }],
  ['dockerps', { kind: 'not-docker', word: 'dockerps' }],
  ['docker ps; rm -rf /', { kind: 'shell-sign', sign: ';', at: 9 }],
  ['docker ps && ls', { kind: 'shell-sign', sign: '&', at: 10 }],
  ['docker ps | cat', { kind: 'shell-sign', sign: '|', at: 10 }],
  ['docker ps > x', { kind: 'shell-sign', sign: '>', at: 10 }],
  ['docker ps $(id)', { kind: 'shell-sign', sign: '$(', at: 10 }],
  ['docker ps "$(id)"', { kind: 'shell-sign', sign: '$(', at: 11 }],
  ['docker ps `id`', { kind: 'shell-sign', sign: '`', at: 10 }],
  ['docker ps "a', { kind: 'open-quote' }],
  ['docker ps\ndocker ps', { kind: 'several-lines' }],
  [`docker run ${'x'.repeat(500)}`, { kind: 'too-long', limit: 500 }],
])('refused: %j', (text, error) => {
  expect(singleCommand(text)).toEqual({ ok: false, error });
});
