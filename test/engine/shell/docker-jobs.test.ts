import { describe, expect, test } from 'vitest';
import { session } from '../support/course';

/** What docker printed in the last of the lines; what the shell tells of its jobs stands on the other output. */
function last(...lines: readonly string[]): string {
  return session(lines).last.stdout;
}

const sleeper = 'docker run -d --name web busybox sleep 600';
const ticker = `docker run -d --name tick busybox sh -c 'while :; do echo x; sleep 0.4; done'`;

describe('docker in the background of a script goes on beside the next command', () => {
  test('wait tells the exit code when somebody else has ended the container', () => {
    expect(last(sleeper, 'docker wait web & sleep 0.3; docker kill web; wait')).toBe('web\n137\n');
    expect(last(sleeper, 'docker wait web & sleep 0.3; docker stop -t 0 web; wait')).toBe(
      '137\nweb\n',
    );
    expect(last(sleeper, 'docker wait web > code & docker rm -f web; wait; cat code')).toBe(
      'web\n137\n',
    );
    const two = 'docker run -d --name db busybox sleep 600';
    expect(last(sleeper, two, 'docker wait web db & docker kill db; docker kill web; wait')).toBe(
      'db\nweb\n137\n137\n',
    );
  });

  test('an attached run or start is there while it runs', () => {
    const slow = `docker run --rm --name slow busybox sh -c 'sleep 1; echo slow'`;
    expect(last(`${slow} & sleep 0.5; docker ps --format '{{.Names}}'; wait`)).toBe('slow\nslow\n');
    expect(last(`${slow} & docker run --rm busybox echo first; wait; echo last`)).toBe(
      'first\nslow\nlast\n',
    );
    expect(last(sleeper, 'docker attach web & sleep 1; docker kill web; wait')).toBe('web\n');
    expect(last('docker run --rm busybox sh -c "exit 3" & wait $!; echo $?')).toBe('3\n');
  });

  test('what a script has left in the background goes on while docker waits in front of it', () => {
    const stop = (seconds: number): string => `(sleep ${seconds}; docker stop -t 0 web) &`;
    expect(last(sleeper, `${stop(1)} docker wait web; echo $?`)).toBe('web\n137\n0\n');
    expect(last(`${stop(2)} docker run --name web busybox sleep 600; echo $?`)).toBe('web\n137\n');
    const count = '(for i in 1 2 3; do sleep 1; echo $i; done) &';
    expect(last(`${count} docker run --rm busybox sh -c 'sleep 2.5; echo in'; wait`)).toBe(
      '1\n2\nin\n3\n',
    );
    expect(last(`${count} docker run --rm busybox sleep 1.5 | cat; echo over; wait`)).toBe(
      '1\nover\n2\n3\n',
    );
    const look = `(sleep 1; docker ps --format '{{.Names}}') &`;
    expect(
      last(`${look} X=$(docker run --rm --name web busybox sh -c 'sleep 2; echo x'); echo $X`),
    ).toBe('web\nx\n');
  });

  test('timeout ends the docker command line; a container that is not told goes on', () => {
    const names = `docker ps --format '{{.Names}}'`;
    const run = 'docker run --rm --name web busybox';
    expect(last(`timeout -s KILL 1 ${run} sleep 600; echo $?; ${names}`)).toBe('137\nweb\n');
    expect(
      last(`timeout 1 ${run} sh -c 'trap "exit 3" TERM; sleep 5 & wait'; echo $?; ${names}`),
    ).toBe('124\n');
  });

  test('who waits for a container that was started again means the new run', () => {
    const made = `docker create --name aa busybox sh -c 'echo begun; sleep 1; echo ended'`;
    expect(last(made, 'docker start -a aa; docker start -ai aa')).toBe(
      'begun\nended\nbegun\nended\n',
    );
    expect(
      last(
        made,
        'docker start aa; docker wait aa; docker start aa; docker wait aa; docker logs aa',
      ),
    ).toBe('aa\n0\naa\n0\nbegun\nended\nbegun\nended\n');
    expect(
      last(sleeper, 'docker kill web; docker start web; timeout 1 docker wait web; echo $?'),
    ).toBe('web\nweb\n124\n');
  });

  test('two run side by side, each in its own time', () => {
    const say = (seconds: number, word: string): string =>
      `(docker run --rm busybox sh -c 'sleep ${seconds}; echo ${word}') &`;
    expect(last(`${say(2, 'late')} ${say(1, 'early')} wait`)).toBe('early\nlate\n');
  });

  test('what follows a log ends with the container, or when it is killed', () => {
    expect(last(ticker, 'docker logs -f tick & sleep 0.5; docker rm -f tick; wait')).toBe(
      'x\nx\ntick\n',
    );
    expect(last(ticker, 'docker logs -f tick & sleep 0.2; kill $!; wait; echo over')).toBe(
      'x\nover\n',
    );
  });

  test('events come as they happen', () => {
    const watch = `docker events --filter event=start --format '{{.Action}}' &`;
    const make = 'docker create --name aa busybox';
    expect(last(make, `${watch} P=$!; docker start aa; sleep 1; kill $P`)).toBe('aa\nstart\n');
  });

  test('a line ends when what it has left in the background has', () => {
    expect(last(`docker run --rm busybox sh -c 'sleep 2; echo done' & echo begun`)).toBe(
      'begun\ndone\n',
    );
  });
});

describe('timeout ends docker in time', () => {
  test('what follows without an end', () => {
    expect(last(ticker, 'timeout 1 docker logs -f tick; echo $?')).toBe('x\nx\nx\n124\n');
    expect(last(ticker, 'timeout 1 docker logs -f tick | wc -l')).toBe('3\n');
    expect(last(sleeper, 'timeout 2 docker wait web; echo $?')).toBe('124\n');
  });

  test('a run hands the signal on; one that ends before is left alone', () => {
    const trap = `docker run --rm busybox sh -c 'trap "echo bye; exit 5" TERM; while :; do sleep 0.1; done'`;
    expect(last(`timeout 1 ${trap}; echo $?`)).toBe('bye\n124\n');
    expect(last(`timeout 9 docker run --rm busybox sh -c 'exit 4'; echo $?`)).toBe('4\n');
  });
});
