import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What docker CLI 28.2.2 says of names that are empty; most of it never reaches the engine. */
const told: readonly (readonly [string, string])[] = [
  [
    "start ''",
    'invalid container name or ID: value is empty\nError: failed to start containers: \n',
  ],
  ["logs ''", 'invalid container name or ID: value is empty\n'],
  ["stats --no-stream ''", 'invalid container name or ID: value is empty\n'],
  ["image inspect ''", 'Error: No such image: \n'],
  ["inspect ''", 'invalid container name or ID: value is empty\n'],
  ["volume rm ''", 'invalid volume name or ID: value is empty\n'],
  ["network rm ''", 'invalid network name or ID: value is empty\nexit status 1\n'],
  ["network connect bridge ''", 'invalid container name or ID: value is empty\n'],
  ["plugin enable ''", 'invalid plugin name or ID: value is empty\n'],
  ["node update ''", 'invalid node name or ID: value is empty\n'],
  ["config inspect ''", 'invalid contig name or ID: value is empty\n'],
  ["config rm ''", 'invalid config name or ID: value is empty\n'],
  ["stack ps ''", 'invalid stack name: ""\n'],
  ["diff ''", 'Container name cannot be empty\n'],
  ['cp :/x y', 'must specify at least one container source\n'],
  ["import ''", 'open : no such file or directory\n'],
  ["context use ''", 'context name cannot be empty\n'],
  ["manifest inspect ''", 'invalid reference format\n'],
];

describe('an empty name', () => {
  it.each(told)('docker %s', (command, stderr) => {
    const { last } = session([`docker ${command}`], { images: ['busybox'] });
    expect([last.stderr, last.exitCode]).toEqual([stderr, 1]);
  });

  it('is no filter to `docker images`', () => {
    const { runs } = session(['docker images', "docker images ''"]);
    expect(runs[1]?.stdout).toBe(runs[0]?.stdout);
  });
});
