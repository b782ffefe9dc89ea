import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** Commands of which there is nothing here to show, as docker CLI 28.2.2 answers them: command, stdout, stderr, exit code. */
const told: readonly (readonly [string, string, string, number])[] = [
  ['plugin ls', 'ID        NAME      DESCRIPTION   ENABLED\n', '', 0],
  ['plugin ls -q', '', '', 0],
  [
    'plugin inspect a b',
    '[]\n',
    'Error response from daemon: plugin "a" not found\nError response from daemon: plugin "b" not found\n',
    1,
  ],
  ['plugin rm a', '', 'Error response from daemon: plugin "a" not found\n', 1],
  ['plugin enable a', '', 'Error response from daemon: plugin "a" not found\n', 1],
  ['plugin set a b=c', '', 'Error response from daemon: plugin "a" not found\n', 1],
  [
    'plugin upgrade a',
    '',
    'error reading plugin data: Error response from daemon: plugin "a" not found\n',
    1,
  ],
  ['plugin push a', '', 'Error response from daemon: plugin "a:latest" not found\n', 1],
  [
    'plugin install a/b',
    '',
    'Error response from daemon: error resolving plugin reference: docker.io/a/b:latest: not found\n',
    1,
  ],
  ['trust sign a', '', 'no tag specified for a\n', 1],
  [
    'trust sign a:1',
    '',
    'Error: error contacting notary server: dial tcp: lookup notary.docker.io on 10.255.255.53:53: no such host\n',
    1,
  ],
  [
    'pull -q --disable-content-trust=false nginx',
    '',
    'Error: error contacting notary server: dial tcp: lookup notary.docker.io on 10.255.255.53:53: no such host\n',
    1,
  ],
  [
    'config create a /dev/null',
    '',
    'Error reading content from "/dev/null": error reading from /dev/null: data is empty\n',
    1,
  ],
  [
    "system df -v --format 'table {{.Nope}}'",
    '',
    'template: :1:2: executing "" at <.Nope>: can\'t evaluate field Nope in type *formatter.diskUsageContext\n',
    1,
  ],
  ['plugin create a .', '', 'open config.json: no such file or directory\n', 1],
  [
    'trust inspect a b',
    '[]\n',
    'no signatures or cannot access a\nno signatures or cannot access b\n',
    1,
  ],
  ['trust inspect --pretty a', '', 'no signatures or cannot access a\n', 1],
  ['context rm default', '', 'context "default" cannot be removed\n', 1],
  ['context rm other', '', 'context "other" does not exist\n', 1],
  ['manifest push a', '', 'No such manifest: docker.io/library/a:latest\n', 1],
  [
    'manifest rm a b:1',
    '',
    'No such manifest: docker.io/library/a:latest\nNo such manifest: docker.io/library/b:1\n',
    1,
  ],
  ['manifest annotate a b', '', 'manifest for image b does not exist in a\n', 1],
  ['manifest inspect nginx:nope', '', 'no such manifest: docker.io/library/nginx:nope\n', 1],
  [
    'manifest inspect nobody/nothing',
    '',
    'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n\n',
    1,
  ],
  [
    'compose up',
    '',
    "docker: unknown command: docker compose\n\nRun 'docker --help' for more information\n",
    1,
  ],
  [
    'buildx prune',
    '',
    "docker: unknown command: docker buildx\n\nRun 'docker --help' for more information\n",
    1,
  ],
];

describe('seldom used commands', () => {
  it.each(told)('docker %s', (command, stdout, stderr, exitCode) => {
    const { last } = session([`docker ${command}`], { images: [] });
    expect([last.stdout, last.stderr, last.exitCode]).toEqual([stdout, stderr, exitCode]);
  });

  it('show the manifest that a pull would name', () => {
    const { runs } = session(['docker pull busybox', 'docker manifest inspect -v busybox'], {
      images: [],
    });
    const { Descriptor: descriptor, Ref: name } = JSON.parse(runs[1]?.stdout ?? '') as {
      Descriptor: { digest: string };
      Ref: string;
    };
    expect(name).toBe('docker.io/library/busybox:latest');
    expect(runs[0]?.stdout).toContain(`Digest: ${descriptor.digest}\n`);
  });
});
