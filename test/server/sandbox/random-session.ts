import fc from 'fast-check';

const name = fc.constantFrom('web', 'api', 'db');
const image = fc.constantFrom('nginx', 'busybox', 'redis', 'me/app:1', 'quay.io/quay/busybox');
const port = fc.constantFrom('8080', '8081', '127.0.0.1:8080');
const network = fc.constantFrom('front', 'back');
const volume = fc.constantFrom('data', 'logs');

/** Lines that write into every part of a sandbox, most of them possible and some not. */
const line = fc.oneof(
  fc
    .tuple(name, port, image)
    .map(([n, p, i]) => `docker run -d --name ${n} -p ${p}:80 ${i} sh -c 'echo up; sleep 20'`),
  fc
    .tuple(name, network, volume, image)
    .map(
      ([n, net, v, i]) =>
        `docker network create ${net}; docker run -d --name ${n} --network ${net} -v ${v}:/data -v /home/learner:/home -v /anonymous --tmpfs /run:size=1m ${i} sleep 60`,
    ),
  fc.tuple(name, image).map(([n, i]) => `docker create --name ${n} --label b=2 --label a=1 ${i}`),
  fc
    .tuple(name, image)
    .map(([n, i]) => `docker run -d -P --restart always --name ${n} ${i} sh -c 'sleep 1; exit 3'`),
  fc.tuple(name, image).map(([n, i]) => `docker run -it --name ${n} ${i} sh`),
  name.map((n) => `docker exec -it ${n} sh`),
  fc.constantFrom('echo $0 > /data/typed', 'exit', '\u0004', '\u0003', '\u0010\u0011'),
  fc
    .tuple(
      fc.constantFrom(
        'start',
        'stop -t 1',
        'restart -t 1',
        'pause',
        'unpause',
        'kill',
        'rm',
        'rm -fv',
        'logs',
      ),
      name,
    )
    .map(([verb, n]) => `docker ${verb} ${n}`),
  fc.tuple(name, name).map(([a, b]) => `docker rename ${a} ${b}`),
  fc
    .tuple(name, fc.constantFrom('/a', '/data/b', '/run/c'))
    .map(([n, path]) => `docker exec ${n} sh -c 'echo x >> ${path}'`),
  fc
    .tuple(name, name)
    .map(([n, other]) => `docker run -d --name ${n} --pid container:${other} busybox sleep 60`),
  name.map((n) => `docker exec ${n} sh -c 'sleep 1 >/dev/null 2>&1 & echo left'`),
  name.map((n) => `docker commit ${n} me/app:1`),
  image.map((i) => `docker tag ${i} me/app:1`),
  fc.tuple(fc.constantFrom('', '-f '), image).map(([force, i]) => `docker rmi ${force}${i}`),
  image.map((i) => `docker pull ${i}`),
  network.map((n) => `docker network create --label z=1 --label y=2 ${n}`),
  fc
    .tuple(fc.constantFrom('connect', 'disconnect'), network, name)
    .map(([verb, n, c]) => `docker network ${verb} ${n} ${c}`),
  network.map((n) => `docker network rm ${n}`),
  volume.map((v) => `docker volume create --opt type=tmpfs --opt device=tmpfs ${v}`),
  volume.map((v) => `docker volume rm ${v}`),
  fc.constantFrom(
    'docker login -u learner -p hubpass',
    'docker logout',
    'docker login -u learner -p hubpass; docker tag busybox learner/box:1 && docker push learner/box:1',
    'docker rmi -f $(docker images -q)',
    'printf "FROM busybox\\nRUN echo built > /built\\nCMD [\\"cat\\", \\"/built\\"]\\n" > Dockerfile; docker build -t me/app:1 .',
    'echo one > note.txt; X=1; export X',
    'docker run --rm busybox printf "a\\000b"',
    'docker save me/app:1 -o app.tar; docker load -i app.tar',
    'sleep 30',
    'docker system prune -af',
    'docker events --since 1h --until 0s',
  ),
);

export const session = fc.array(line, { minLength: 1, maxLength: 16 });
