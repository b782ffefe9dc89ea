import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { serialise } from '@/lib/engine';
import { changesBetween } from '@/lib/stage/changes-between';
import { fromOldPicture } from '@/lib/stage/old-picture';
import { emptyPicture } from '@/lib/stage/picture';
import { pictureOf } from '@/lib/stage/picture-of';
import { begin, pictures, session, world } from './session-for-tests';

/** The picture after these commands on a host with nginx. */
function after(...lines: readonly string[]) {
  return pictures(lines, ['nginx']).at(-1) ?? emptyPicture;
}

const run = 'docker run -d --name web -p 8080:80 nginx';

describe('the pictures of a container', () => {
  test.each([
    ['created', ['docker create --name web -p 8080:80 nginx'], false, false, 0],
    ['running', [run], true, true, 1],
    ['paused', [run, 'docker pause web'], false, true, 1],
    ['exited', [run, 'docker stop web'], false, false, 0],
  ] as const)('%s: CPU, memory and ports', (state, lines, cpu, memory, ports) => {
    const [web] = after(...lines).containers;
    expect(web).toMatchObject({ name: 'web', image: 'nginx', state, cpu });
    expect((web?.memory ?? 0) > 0).toBe(memory);
    expect(web?.ports.filter(({ outside }) => outside?.port === 8080)).toHaveLength(ports);
    expect(web?.exitCode).toBe(state === 'exited' ? 0 : null);
  });

  test('what is written inside lies in its own layer', () => {
    const [fresh] = after('docker create --name web nginx').containers;
    const [written] = after(
      'docker create --name web nginx',
      'docker start web',
      'docker exec web touch /new',
    ).containers;
    expect(fresh?.written.paths).toBe(0);
    expect(written?.written.paths).toBeGreaterThan(0);
  });

  test('its volumes, folders and networks', () => {
    const picture = after(
      'docker network create front',
      'docker run -d --name web --network front -v data:/data -v /home/learner:/site:ro nginx',
    );
    expect(picture.containers[0]?.networks).toEqual(['front']);
    expect(picture.containers[0]?.mounts).toEqual([
      { kind: 'volume', source: 'data', path: '/data', readonly: false },
      { kind: 'bind', source: '/home/learner', path: '/site', readonly: true },
    ]);
    expect(picture.volumes).toEqual([{ name: 'data', anonymous: false }]);
    expect(picture.networks).toEqual([{ name: 'front', driver: 'bridge' }]);
  });
});

describe('images', () => {
  test('one image with two names is one image', () => {
    const { images } = after('docker tag nginx my:1');
    expect(images.map(({ names }) => names)).toEqual([['my:1', 'nginx:latest']]);
  });

  test('a committed image begins with the layers of the one below it', () => {
    const { images } = after(run, 'docker exec web touch /new', 'docker commit web me/app:1');
    const [mine, nginx] = images;
    expect(mine?.layers.slice(0, -1)).toEqual(nginx?.layers);
  });

  test('an image that containers keep from being removed wholly is still drawn below them', () => {
    const { images, containers } = after('docker create --name web nginx', 'docker rmi -f nginx');
    expect(images.map(({ id }) => id)).toEqual([containers[0]?.imageId]);
    expect(images[0]?.names).toEqual([]);
    expect(images[0]?.layers.length).toBeGreaterThan(0);
  });

  test('registries are drawn as far as this host has to do with them', () => {
    const { registries } = after(
      'docker login -u me -p hubpass',
      'docker tag nginx me/app:1',
      'docker push me/app:1',
    );
    expect(registries).toMatchObject([
      {
        host: 'docker.io',
        user: 'me',
        entries: [
          { name: 'me/app:1', pushed: true },
          { name: 'nginx:latest', pushed: false },
        ],
      },
    ]);
  });
});

it('looking changes nothing, and looking twice shows the same', () => {
  const sandbox = begin(['nginx']);
  const before = serialise(sandbox);
  const first = pictureOf(sandbox, world);
  expect(pictureOf(sandbox, world)).toEqual(first);
  expect(serialise(sandbox)).toBe(before);
});

it('a picture has no changes against itself, and is plain JSON', () => {
  fc.assert(
    fc.property(session, (lines) => {
      for (const picture of pictures(lines, ['nginx', 'redis'])) {
        expect(changesBetween(picture, picture)).toEqual([]);
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
      }
    }),
    { numRuns: 10 },
  );
});

describe('what a step changed', () => {
  const changes = (...lines: readonly string[]) => {
    const run = pictures(lines, ['nginx']);
    return changesBetween(run.at(-2) ?? emptyPicture, run.at(-1) ?? emptyPicture).map(
      ({ kind }) => kind,
    );
  };
  test.each([
    [['docker pull redis'], ['image-pulled']],
    [['docker run -d --name web alpine sleep 9'], ['image-pulled', 'container-made']],
    [[run, 'docker pause web'], ['container-state']],
    [[run, 'docker restart web'], ['container-restarted']],
    [[run, 'docker rename web api'], ['container-renamed']],
    [[run, 'docker rm -f web'], ['container-removed']],
    [[run, 'docker exec web touch /new'], ['container-wrote']],
    [[run, 'docker commit web me/app:1'], ['image-made']],
    [['docker tag nginx my:1'], ['image-named']],
    [['docker tag nginx my:1', 'docker rmi my:1'], ['image-unnamed']],
    [['docker rmi nginx'], ['image-removed']],
    [['docker pull redis', 'docker tag redis nginx'], ['name-moved']],
    [['docker volume create data'], ['volume-made']],
    [['docker network create front'], ['network-made']],
    [['docker network create front', run, 'docker network connect front web'], ['network-joined']],
    [['docker login -u me -p hubpass'], ['logged-in']],
    [['docker login -u me -p hubpass', 'docker logout'], ['logged-out']],
    [
      ['docker login -u me -p hubpass', 'docker tag nginx me/app:1', 'docker push me/app:1'],
      ['image-pushed'],
    ],
    [['docker ps'], []],
    [['docker rm nobody'], []],
  ])('%j', (lines, kinds) => {
    expect(changes(...lines)).toEqual(kinds);
  });
});

it('the flat tables of an old proof are still a picture', () => {
  const picture = fromOldPicture({
    containers: [
      {
        name: 'web',
        image: 'nginx',
        state: 'running',
        ports: '0.0.0.0:8080->80/tcp, 443/tcp',
        cpu: true,
        memory: 7,
      },
    ],
    images: [{ id: '1dd', names: ['nginx:latest'], size: 192 }],
  });
  expect(picture.containers[0]).toMatchObject({
    imageId: '1dd',
    ports: [
      { inside: '80/tcp', outside: { address: '0.0.0.0', port: 8080 } },
      { inside: '443/tcp', outside: null },
    ],
  });
});
