import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const up = 'docker run -d --name box busybox sleep 1000';
const own = `docker exec box sh -c 'echo $$'`;
const last = (...lines: string[]) => session([up, ...lines], { images: ['busybox'] }).last.stdout;

/* Docker Engine 28.2.2 gave 7, 13, 19, 25 (now and then one more) to commands one after another, and began anew with a restart. */
it.each<[string, string, readonly string[]]>([
  ['7', 'the first', []],
  ['13', 'one after another that has ended', [own]],
  ['19', 'a third', [own, own]],
  ['14', 'one after another that had a child', [`docker exec box sh -c 'ls; true'`]],
  ['13', 'one after another that there was no program for', ['docker exec box nosuch']],
  ['13', 'one after another that had no folder to run in', ['docker exec -w /nosuch box pwd']],
  ['13', 'one beside another that runs', ['docker exec -d box sleep 500']],
  ['7', 'the first after a restart', [own, own, 'docker restart -t 0 box']],
])('the number %s is that of %s in a container', (pid, _, before) => {
  expect(last(...before, own)).toBe(`${pid}\n`);
});

it('a number that a process had is given to no other while the container runs', () => {
  const rows = last(own, own, 'docker exec -d box sleep 500', 'docker exec box ps');
  expect(rows.split('\n').map((row) => row.trim().split(/\s+/)[0])).toEqual([
    'PID',
    '1',
    '19',
    '25',
    '',
  ]);
});

describe('a script', () => {
  const script = "printf '#!/bin/sh -e\\necho $0 $1\\nsleep 100\\ntrue\\n' >/x; chmod +x /x; cd /";
  const begun = (call: string): string[] => [
    `docker run -d --name box busybox sh -c "${script.replaceAll('$', '\\$')}; ${call}; true"`,
  ];

  it('is shown with the interpreter and the word of its first line', () => {
    const { last } = session([...begun('./x a'), 'docker top box -o pid,args']);
    const commands = last.stdout.split('\n').map((row) => row.replace(/^\d+ +/, ''));
    expect(commands.slice(2)).toEqual(['/bin/sh -e ./x a', 'sleep 100', '']);
  });

  it.each([
    ['./x a', './x a'],
    ['PATH=/:\\$PATH x b', '/x b'],
  ])('called as %s has that name', (call, told) => {
    expect(session([...begun(call), 'docker logs box']).last.stdout).toBe(`${told}\n`);
  });
});
