import { describe, expect, it } from 'vitest';
import { createSandbox, runLine, type CommandRun } from '@/lib/engine';
import { dockerWords } from '@/lib/engine/shell/docker-line';
import { courseWorld, START } from '../support/course';

describe('a line that is one call of docker', () => {
  it.each([
    ['docker ps', ['docker', 'ps']],
    ['  docker  ps   -a  ', ['docker', 'ps', '-a']],
    ['docker run --name \'a b\' "x"y', ['docker', 'run', '--name', 'a b', 'xy']],
    ['docker run nginx # why not', ['docker', 'run', 'nginx']],
    ["docker ps --format '{{.ID}} $x *'", ['docker', 'ps', '--format', '{{.ID}} $x *']],
    ["docker create nginx ''", ['docker', 'create', 'nginx', '']],
  ])('is read without a shell: %s', (line, words) => {
    expect(dockerWords(line)).toEqual(words);
  });

  it.each([
    'docker',
    'dockers ps',
    'echo docker ps',
    'docker rm $id',
    'docker rm $(docker ps -q)',
    'docker rm `docker ps -q`',
    'docker cp *.txt web:/',
    'docker cp ~/a web:/',
    'docker ps > list',
    'docker ps | wc -l',
    'docker ps; docker images',
    'docker ps && docker images',
    'docker ps &',
    '! docker ps',
    'A=1 docker ps',
    'docker ps "',
    '(docker ps)',
    '',
  ])('any other is left to the shell: %s', (line) => {
    expect(dockerWords(line)).toBeNull();
  });
});

describe('what docker does when the shell is passed by', () => {
  const world = courseWorld();
  const start = createSandbox({ world, seed: 'line', now: START, images: ['nginx', 'busybox'] });
  const lines = [
    'docker run -d --name web nginx',
    'docker ps -a',
    'docker stop nothing',
    'docker run --rm busybox sh -c "echo out; echo err >&2; exit 3"',
    'docker login -u learner -p hubpass',
    'docker stop web',
    'docker bogus',
    'docker rm web',
    'docker run -i busybox cat',
  ];
  const runAll = (spell: (line: string) => string): CommandRun[] => {
    let sandbox = start;
    return lines.map((line) => {
      const run = runLine(sandbox, spell(line), world, 'typed\n');
      sandbox = run.sandbox;
      return run;
    });
  };

  it('is the same as through it, to the byte of the state', () => {
    // A braced group is no plain call: the shell runs it.
    expect(dockerWords(`{ ${lines[0]}; }`)).toBeNull();
    expect(runAll((line) => line)).toEqual(runAll((line) => `{ ${line}; }`));
  });
});
