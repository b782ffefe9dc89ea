import { describe, expect, it } from 'vitest';
import { createSandbox, deserialise, runLine, serialise } from '@/lib/engine';
import { inherited } from '@/scripts/fuzz/words';
import { courseWorld, START } from './support/course';

const world = courseWorld();

/** Lines in which a name stands where the engine looks something up by it. */
const linesWith = (name: string): readonly string[] => [
  name,
  `docker ${name}`,
  `docker run -d --name ${name} nginx`,
  `docker run --rm -e ${name} busybox env`,
  `docker run --rm --label ${name}=1 --network-alias ${name} busybox ${name}`,
  `docker run --rm --platform ${name} busybox true`,
  `docker run --rm --log-driver ${name} busybox true`,
  `docker run --rm --network ${name} busybox true`,
  `docker run --rm --mount type=${name} busybox true`,
  `docker run --rm -v ${name}:/data busybox sh -c '${name}; echo [$${name}] [\${${name}-unset}]'`,
  `docker kill -s ${name} ${name}`,
  `docker ps --filter ${name}=1 --filter label=${name}`,
  `docker ps --format '{{.${name}}} {{.Label "${name}"}}'`,
  `docker inspect -f '{{index .Config.Labels "${name}"}}' ${name}`,
  `docker tag nginx ${name.toLowerCase()}`,
  `docker tag nginx ${name}/nginx:${name}`,
  `docker save -o all.tar nginx ${name.toLowerCase()}`,
  `docker pull nginx:${name}`,
  `docker pull ${name}/nginx`,
  `docker login ${name}`,
  `docker login -u ${name} -p hubpass`,
  `docker push ${name.toLowerCase()}/nginx`,
  `docker volume create --opt ${name}=1 ${name}`,
  `docker network create --label ${name}=1 ${name}`,
  `docker context use ${name}`,
  `docker search ${name}`,
  `printf 'FROM nginx AS ${name}\\n${name} x\\n' > Dockerfile; docker build --build-arg ${name}=1 .`,
  `echo $${name}; export ${name}; trap 'echo x' ${name}; kill -${name} 1; type ${name}`,
  `docker run --rm busybox awk 'BEGIN { a["x"]; print ("${name}" in a), ENVIRON["${name}"] }'`,
];

describe('what every object has without having been given it is nothing that somebody named', () => {
  it.each(inherited)('%s', (name) => {
    const before = [Object.prototype, Object, Function.prototype].map(Reflect.ownKeys);
    let sandbox = createSandbox({ world, seed: name, now: START, images: ['nginx', 'busybox'] });
    for (const line of linesWith(name)) {
      const run = runLine(sandbox, line, world);
      expect(`${line}\n${run.stdout}${run.stderr}`).not.toMatch(/native code|\[object|undefined/);
      expect(run.exitCode, line).toBeLessThanOrEqual(255);
      sandbox = run.sandbox;
    }
    expect(runLine(sandbox, 'docker ps -q', world).exitCode).toBe(0);
    expect(serialise(deserialise(serialise(sandbox)))).toBe(serialise(sandbox));
    expect([Object.prototype, Object, Function.prototype].map(Reflect.ownKeys)).toEqual(before);
  });
});
