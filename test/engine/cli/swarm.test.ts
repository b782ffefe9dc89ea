import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const NO_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const REFUSED = `Error response from daemon: ${NO_SWARM}\n`;

/** What docker CLI 28.2.2 prints when the engine is in no swarm: command, stdout, stderr, exit code. */
const told: readonly (readonly [string, string, string, number])[] = [
  ['node ls', '', REFUSED, 1],
  ['node ps', '', REFUSED, 1],
  ['node promote a b', '', REFUSED, 1],
  ['service rm a b', '', REFUSED + REFUSED, 1],
  ['service inspect a b', '[]\n', REFUSED + REFUSED, 1],
  ['service inspect --pretty a', '', REFUSED, 1],
  ["service inspect -f '{{' a", '', 'template parsing error: template: :1: unclosed action\n', 1],
  ['service create --name web nginx echo --bogus', '', REFUSED, 1],
  ['service scale web=3', '', `web: ${REFUSED}`, 1],
  [
    'service scale web=many',
    '',
    'web: invalid replicas value many: strconv.ParseUint: parsing "many": invalid syntax\n',
    1,
  ],
  [
    'service scale web',
    '',
    "invalid scale specifier 'web'.\nSee 'docker service scale --help'.\n\nUsage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services\n",
    1,
  ],
  ['stack deploy app', '', 'Specify a Compose file (with --compose-file)\n', 1],
  ['stack deploy -c no.yml app', '', 'open no.yml: no such file or directory\n', 1],
  ['stack up -d -c /etc/hosts app', '', `${NO_SWARM.replace('This', 'this').slice(0, -1)}\n`, 1],
  ['secret create key', '', 'secret file is required\n', 1],
  ['secret create key -', '', 'error reading from STDIN: data is empty\n', 1],
  [
    'config create c no',
    '',
    'Error reading content from "no": error reading from no: open no: no such file or directory\n',
    1,
  ],
  ['config create c /etc/hosts', '', REFUSED, 1],
  ['swarm leave', '', 'Error response from daemon: This node is not part of a swarm\n', 1],
  ['swarm unlock', '', 'Error: This node is not part of a swarm\n', 1],
  ['swarm unlock-key', '', `could not fetch unlock key: ${REFUSED}`, 1],
  ['swarm join-token boss', '', 'unknown role boss\n', 1],
  ['swarm update --autolock', '', REFUSED, 1],
  ['inspect --type node a', '[]\n', REFUSED, 1],
  [
    'stack foo',
    '',
    "docker: unknown command: docker stack foo\n\nUsage:  docker stack [OPTIONS]\n\nRun 'docker stack --help' for more information\n",
    1,
  ],
  [
    'checkpoint ls web',
    '',
    'docker checkpoint ls is only supported on a Docker daemon with experimental features enabled\n',
    1,
  ],
  [
    'checkpoint remove --help',
    'docker checkpoint rm is only supported on a Docker daemon with experimental features enabled\n',
    '',
    0,
  ],
];

describe('commands of a swarm', () => {
  it.each(told)('docker %s', (command, stdout, stderr, exitCode) => {
    const { last } = session([`docker ${command}`], { images: [] });
    expect([last.stdout, last.stderr, last.exitCode]).toEqual([stdout, stderr, exitCode]);
  });

  it('show their help; `swarm update` without a flag does too', () => {
    const { last } = session(['docker swarm update'], { images: [] });
    const { last: help } = session(['docker swarm update --help'], { images: [] });
    expect(last.stdout).toMatch(/^Usage: {2}docker swarm update \[OPTIONS\]\n\nUpdate the swarm\n/);
    expect(last.stdout).toBe(help.stdout);
  });

  it('are listed by their group', () => {
    const { last } = session(['docker node'], { images: [] });
    expect(last.stderr).toContain(
      '  demote      Demote one or more nodes from manager in the swarm\n',
    );
  });
});
