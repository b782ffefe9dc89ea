import { describe, expect, test } from 'vitest';
import {
  argumentCountError,
  flagErrorText,
  unknownCommandError,
  type ArgumentCount,
} from '@/lib/engine/cli/usage-errors';

const command = (usage: string) => ({ usage, path: usage.split(/ [A-Z[]/)[0] ?? usage });
const RUN = command('docker run [OPTIONS] IMAGE [COMMAND] [ARG...]');

/** Recorded from the real CLI 28.2.2. */
describe('texts before a request is made', () => {
  test('a bad flag shows the usage line', () => {
    expect(flagErrorText(RUN, 'unknown flag: --bogus')).toBe(
      "unknown flag: --bogus\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker run --help' for more information",
    );
  });

  const counts: [usage: string, count: ArgumentCount, given: number, text: string][] = [
    [
      'docker start [OPTIONS] CONTAINER [CONTAINER...]',
      { min: 1, max: null },
      0,
      "docker: 'docker start' requires at least 1 argument\n\nUsage:  docker start [OPTIONS] CONTAINER [CONTAINER...]\n\nSee 'docker start --help' for more information",
    ],
    [
      'docker exec [OPTIONS] CONTAINER COMMAND [ARG...]',
      { min: 2, max: null },
      1,
      "docker: 'docker exec' requires at least 2 arguments\n\nUsage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]\n\nSee 'docker exec --help' for more information",
    ],
    [
      'docker rename CONTAINER NEW_NAME',
      { min: 2, max: 2 },
      3,
      "docker: 'docker rename' requires 2 arguments\n\nUsage:  docker rename CONTAINER NEW_NAME\n\nRun 'docker rename --help' for more information",
    ],
    [
      'docker push [OPTIONS] NAME[:TAG]',
      { min: 1, max: 1 },
      0,
      "docker: 'docker push' requires 1 argument\n\nUsage:  docker push [OPTIONS] NAME[:TAG]\n\nRun 'docker push --help' for more information",
    ],
    [
      'docker port CONTAINER [PRIVATE_PORT[/PROTO]]',
      { min: 1, max: 2 },
      0,
      "docker: 'docker port' requires at least 1 and at most 2 arguments\n\nUsage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]\n\nRun 'docker port --help' for more information",
    ],
    [
      'docker images [OPTIONS] [REPOSITORY[:TAG]]',
      { min: 0, max: 1 },
      2,
      "docker: 'docker images' requires at most 1 argument\n\nUsage:  docker images [OPTIONS] [REPOSITORY[:TAG]]\n\nSRun 'docker images --help' for more information",
    ],
    [
      'docker info [OPTIONS]',
      { min: 0, max: 0 },
      1,
      "docker: 'docker info' accepts no arguments\n\nUsage:  docker info [OPTIONS]\n\nRun 'docker info --help' for more information",
    ],
  ];

  test.each(counts)('%s with the wrong number of arguments', (usage, count, given, text) => {
    expect(argumentCountError(command(usage), count, given)).toBe(text);
  });

  test('the right number of arguments is no error', () => {
    expect(argumentCountError(RUN, { min: 1, max: null }, 5)).toBeNull();
    expect(argumentCountError(RUN, { min: 2, max: 2 }, 2)).toBeNull();
    expect(argumentCountError(RUN, { min: 0, max: 1 }, 0)).toBeNull();
  });

  test('an unknown command is told from an unknown subcommand', () => {
    expect(unknownCommandError(null, 'foo')).toBe(
      "docker: unknown command: docker foo\n\nRun 'docker --help' for more information",
    );
    expect(
      unknownCommandError({ path: 'docker volume', usage: 'docker volume COMMAND' }, 'foo'),
    ).toBe(
      "docker: unknown command: docker volume foo\n\nUsage:  docker volume COMMAND\n\nRun 'docker volume --help' for more information",
    );
  });
});
