import { describe, expect, it } from 'vitest';
import { createSandbox, runLine } from '@/lib/engine';
import { session, START } from '../support/course';

function outputs(...lines: readonly string[]): readonly string[] {
  return session(lines).runs.map(({ stdout, stderr }) => stdout + stderr);
}

describe('a saved image', () => {
  it('comes back with its id, its layers and its history, also in another sandbox', () => {
    const inspect = "docker image inspect -f '{{.Id}} {{json .RootFS.Layers}}' mine:1";
    const { runs, sandbox, world } = session([
      'docker run --name job busybox sh -c "echo kept > /kept"',
      'docker commit -c "ENV A=1" job mine:1',
      inspect,
      'docker history mine:1',
      'docker save -o mine.tar mine:1',
    ]);
    let other = createSandbox({ world, seed: 'other', now: START + 60_000, images: [] });
    other = { ...other, client: { ...other.client, files: sandbox.client.files } };
    const run = (line: string): string => {
      const done = runLine(other, line, world);
      other = done.sandbox;
      return done.stdout + done.stderr;
    };
    expect(run('docker load -i mine.tar')).toBe('Loaded image: mine:1\n');
    expect(run(inspect)).toBe(runs[2]?.stdout);
    expect(run('docker run --rm mine:1 cat /kept')).toBe('kept\n');
    expect(run('docker run --rm mine:1 printenv A')).toBe('1\n');
  });

  it('goes through files and pipes alike', () => {
    const [, , , , piped] = outputs(
      'docker save busybox > b.tar',
      'docker save -o o.tar busybox',
      'docker rmi busybox',
      'docker load < b.tar',
      'docker save busybox | docker load',
    );
    expect(piped).toBe('Loaded image: busybox:latest\n');
    const [, , size] = outputs(
      'docker save busybox > b.tar',
      'docker save -o o.tar busybox',
      "stat -c '%s' b.tar o.tar",
    );
    const [first, second] = (size ?? '').split('\n');
    expect(first).toBe(second);
    expect(Number(first)).toBeGreaterThan(4_260_000);
  });

  it('lists an OCI layout with Docker’s own manifest', () => {
    const listing = outputs('docker save -o n.tar nginx', 'tar tf n.tar')[1] ?? '';
    const names = listing.trim().split('\n');
    expect(names.slice(0, 2)).toEqual(['blobs/', 'blobs/sha256/']);
    expect(names.slice(-4)).toEqual(['index.json', 'manifest.json', 'oci-layout', 'repositories']);
  });

  it('its documents can be read', () => {
    const [, manifest, layout] = outputs(
      'docker save -o b.tar busybox',
      'tar -xOf b.tar manifest.json',
      'tar -xOf b.tar oci-layout',
    );
    const [image] = JSON.parse(manifest ?? '') as {
      Config: string;
      RepoTags: string[];
      Layers: string[];
    }[];
    expect(image?.RepoTags).toEqual(['busybox:latest']);
    expect(image?.Layers).toHaveLength(1);
    expect(layout).toBe('{"imageLayoutVersion": "1.0.0"}');
    const config = `docker save busybox | tar -xOf - ${image?.Config ?? ''} | cut -c1-2`;
    expect(outputs(config)[0]).toBe('{"\n');
  });

  it('saved by id has no name when it comes back, and takes a name from another', () => {
    const byId = outputs(
      'docker save -o i.tar $(docker images -q busybox)',
      'docker load -i i.tar',
    );
    expect(byId[1]).toMatch(/^Loaded image ID: sha256:[0-9a-f]{64}\n$/);
    const renamed = outputs(
      'docker save -o b.tar busybox',
      'docker tag nginx busybox',
      'docker load -i b.tar',
    );
    expect(renamed[2]).toMatch(
      /^The image busybox:latest already exists, renaming the old one with ID sha256:[0-9a-f]{64} to empty string\nLoaded image: busybox:latest\n$/,
    );
  });

  it.each([
    ['docker save nosuch > x', 'Error response from daemon: No such image: nosuch\n'],
    ['docker save nosuch:1 > x', 'Error response from daemon: reference does not exist\n'],
    [
      'docker save -o /nosuch/x busybox',
      'failed to save image: invalid output path: stat /nosuch: no such file or directory\n',
    ],
    ['docker save -o . busybox', 'failed to save image: cannot write to a directory\n'],
    [
      'docker save busybox',
      'cowardly refusing to save to a terminal. Use the -o flag or redirect\n',
    ],
    ['docker load', 'requested load from stdin, but stdin is empty\n'],
    ['docker load -i nosuch', 'open nosuch: no such file or directory\n'],
  ])('%s is refused', (line, words) => {
    expect(session([line]).last.stderr).toBe(words);
  });

  it('that was cut off or changed is no archive', () => {
    const cut = outputs(
      'docker save busybox > b.tar',
      'head -c 90 b.tar > c.tar',
      'docker load -i c.tar',
    );
    expect(cut[2]).toBe('unexpected EOF\n');
    const changed = outputs(
      'docker save busybox > b.tar',
      'sed s/latest/newest/ b.tar > c.tar',
      'docker load -i c.tar',
    );
    expect(changed[2]).toBe('unexpected EOF\n');
  });
});

describe('an exported container', () => {
  const made = [
    'docker run --name job -v data:/data busybox sh -c "echo hi > /tmp/x; rm /etc/passwd; echo v > /data/v"',
    'docker export -o c.tar job',
  ];

  it('becomes an image of one layer without the configuration, the deleted and the volumes', () => {
    const runs = outputs(
      ...made,
      'docker import -m told c.tar flat:1',
      "docker image inspect -f '{{len .RootFS.Layers}} {{json .Config.Cmd}} {{.Comment}}' flat:1",
      'docker run --rm flat:1 cat /tmp/x',
      'docker run --rm flat:1 cat /etc/passwd',
      'docker run --rm flat:1 cat /data/v',
      'docker run flat:1',
    );
    expect(runs[3]).toBe('1 null told\n');
    expect(runs[4]).toBe('hi\n');
    expect(runs[5]).toContain('No such file or directory');
    expect(runs[6]).toContain('No such file or directory');
    expect(runs[7]).toContain('no command specified');
  });

  it('is imported with changes, from a pipe too', () => {
    const runs = outputs(
      ...made,
      `cat c.tar | docker import -c 'CMD ["cat","/tmp/x"]' - flat:2`,
      'docker run --rm flat:2',
      `docker history --format '{{.Comment}}' flat:2`,
    );
    expect(runs[3]).toBe('hi\n');
    expect(runs[4]).toBe('Imported from -\n');
  });

  it.each([
    ['docker import c.tar BAD:x', 'repository name (library/BAD) must be lowercase'],
    ['docker import nosuch x', 'open nosuch: no such file or directory'],
    ['docker import -c "RUN x" c.tar x', 'RUN is not a valid change command'],
    ['docker import https://example.org/x.tar x', 'lookup example.org'],
    ['docker load -i c.tar', 'bin/json: no such file or directory'],
  ])('%s is refused', (line, words) => {
    expect(session([...made, line]).last.stderr).toContain(words);
  });
});

describe('a platform that is not the machine’s', () => {
  it('has nothing to be saved, and nothing of it is loaded', () => {
    const [refused, , , loaded, images] = outputs(
      'docker save --platform linux/arm64 busybox -o x.tar',
      'docker save busybox -o b.tar',
      'docker rmi busybox',
      'docker load --platform linux/arm64 -i b.tar',
      'docker images -q busybox',
    );
    expect(refused).toBe(
      'Error response from daemon: no suitable export target found for platform linux/arm64\n',
    );
    expect([loaded, images]).toEqual(['\n', '']);
  });

  it('is what an imported image says it is made for, also after it was saved and loaded', () => {
    const inspect = "docker image inspect -f '{{.Os}} {{.Architecture}} {{.Variant}}' arm";
    const told = outputs(
      'docker create --name job busybox',
      'docker export -o job.tar job',
      'docker import --platform linux/arm/v7 job.tar arm',
      inspect,
      'docker save -o arm.tar arm',
      'docker rmi arm',
      'docker load -i arm.tar',
      inspect,
    );
    expect([told[3], told[7]]).toEqual(['linux arm v7\n', 'linux arm v7\n']);
  });
});

it('the name of a digest’s algorithm is given to no image', () => {
  const [, commit, build] = outputs(
    'docker create --name job busybox',
    'docker commit job sha256:abc',
    'docker import - sha256:abc < /dev/null',
  );
  const refusal = 'refusing to create an ambiguous tag using digest algorithm as name\n';
  expect([commit, build].map((text) => text?.endsWith(refusal))).toEqual([true, true]);
});

it('a commit whose changes leave nothing to run keeps the command of its container', () => {
  const [, , inspected] = outputs(
    'docker create --name job busybox echo kept',
    "docker commit -c 'CMD' -c 'ENTRYPOINT' job bare",
    "docker image inspect -f '{{json .Config.Cmd}}' bare",
  );
  expect(inspected).toBe('["echo","kept"]\n');
});

it('what stands behind the container of a commit is no option', () => {
  const [, refused] = outputs('docker create --name job busybox', 'docker commit job mine -q');
  expect(refused).toContain("'docker commit' requires at least 1 and at most 2 arguments");
});

it('an image is found by the beginning of its id, also with the algorithm before it', () => {
  const [, found] = outputs(
    'docker create --name job busybox',
    "docker inspect -f '{{.RepoTags}}' $(docker inspect -f '{{.Image}}' job | cut -c1-19)",
  );
  expect(found).toBe('[busybox:latest]\n');
});
