import fc from 'fast-check';
import { createSandbox, runLine, type Sandbox } from '@/lib/engine';
import type { Picture } from '@/lib/stage/picture';
import { pictureOf } from '@/lib/stage/picture-of';
import { courseWorld, START } from '../engine/support/course';

export const world = courseWorld();

/** A host on which these images are present. */
export function begin(images: readonly string[] = []): Sandbox {
  return createSandbox({ world, seed: 'stage', now: START, images });
}

/** The pictures of a session, the start's first. */
export function pictures(
  lines: readonly string[],
  images: readonly string[] = [],
): readonly Picture[] {
  let sandbox = begin(images);
  return [
    pictureOf(sandbox, world),
    ...lines.map((line) => {
      sandbox = runLine(sandbox, line, world).sandbox;
      return pictureOf(sandbox, world);
    }),
  ];
}

const name = fc.constantFrom('web', 'api', 'db', 'a-very-long-container-name-for-a-job');
const image = fc.constantFrom('nginx', 'busybox', 'redis', 'me/app:1', 'alpine', 'httpd');
const options = fc.constantFrom(
  '',
  '-p 8080:80 ',
  '-p 127.0.0.1:8443:443 -p 9000:9000 ',
  '-v data:/data ',
  '-v /home/learner:/site:ro --network front ',
  '-P --network front -v data:/var/lib/data ',
  '--restart always ',
);

/** What a learner would try, everything that the stage draws among it. */
const command = fc.oneof(
  {
    arbitrary: fc
      .tuple(options, name, image)
      .map(([o, n, i]) => `docker run -d ${o}--name ${n} ${i} sleep 50`),
    weight: 4,
  },
  fc.tuple(options, name, image).map(([o, n, i]) => `docker create ${o}--name ${n} ${i}`),
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'start',
          'stop -t 1',
          'restart -t 1',
          'pause',
          'unpause',
          'kill',
          'rm -f',
          'rm',
        ),
        name,
      )
      .map(([verb, n]) => `docker ${verb} ${n}`),
    weight: 4,
  },
  fc.tuple(name, name).map(([a, b]) => `docker rename ${a} ${b}`),
  name.map((n) => `docker exec ${n} touch /written`),
  fc
    .tuple(name, fc.constantFrom('me/app:1', 'me/app:2', ''))
    .map(([n, i]) => `docker commit ${n} ${i}`),
  fc
    .tuple(
      image,
      fc.constantFrom('me/app:1', 'registry.example.com/team/a-long-name/of-an-image:2026.01.15'),
    )
    .map(([a, b]) => `docker tag ${a} ${b}`),
  fc.tuple(fc.constantFrom('', '-f '), image).map(([force, i]) => `docker rmi ${force}${i}`),
  image.map((i) => `docker pull ${i}`),
  fc.constantFrom(
    'docker login -u me -p hubpass',
    'docker logout',
    'docker push me/app:1',
    'docker volume create data',
    'docker volume rm data',
    'docker network create front',
    'docker network rm front',
    'docker network connect front web',
    'docker network disconnect front web',
    'docker system prune -af',
    'sleep 30',
  ),
);

export const session = fc.array(command, { minLength: 1, maxLength: 14 });
