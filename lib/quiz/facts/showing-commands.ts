import type { Fact, FactName } from './fact';

/** A word as the host's shell takes it for one: quoted where it holds more than names and paths are made of. */
function word(text: string): string {
  return /^[\w./:@%+~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const states = "docker ps -a --format '{{.Names}} {{.State}}'";
const imageIds = "docker images --format '{{.Repository}}:{{.Tag}} {{.ID}}'";
/** The names of the local store. */
export const imageNames = "docker images --format '{{.Repository}}:{{.Tag}}'";

/** `docker events` of what has happened up to now. */
function events(filters: string, format: string): string {
  return `docker events --since 1h --until 0s ${filters} --format '${format}'`;
}

/** The commands that let one see each fact at a terminal, the plainest first. `a` and `b` are the arguments of the fact. */
const showing: Readonly<Record<FactName, (a: string, b: string) => readonly string[]>> = {
  exists: () => [states],
  state: () => [states],
  running: () => [states],
  schedulable: (c) => [`docker stats --no-stream --format '{{.Name}} {{.CPUPerc}}' ${c}`],
  memory: (c) => [`docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' ${c}`],
  exitcode: (c) => [`docker inspect --format '{{.State.ExitCode}}' ${c}`],
  'made-from': (c) => [
    "docker ps -a --format '{{.Names}} {{.Image}}'",
    `docker inspect --format '{{.Image}}' ${c}`,
  ],
  publishes: () => ["docker ps --format '{{.Names}} {{.Ports}}'"],
  'host-port': () => ["docker ps --format '{{.Names}} {{.Ports}}'"],
  env: (c, variable) => [
    `docker exec ${c} printenv ${variable}`,
    `docker inspect --format '{{json .Config.Env}}' ${c}`,
  ],
  command: () => ["docker ps -a --no-trunc --format '{{.Names}} {{.Command}}'"],
  file: (c, path) => [`docker exec ${c} ls ${path}`, `docker cp ${c}:${path} .`, states],
  content: (c, path) => [`docker exec ${c} cat ${path}`, `docker cp ${c}:${path} .`, states],
  logged: (c) => [`docker logs ${c}`, states],
  mount: (c) => [
    `docker inspect --format '{{range .Mounts}}{{.Source}}:{{.Destination}} {{end}}' ${c}`,
  ],
  attached: (c, network) => [
    `docker network inspect --format '{{range .Containers}}{{.Name}} {{end}}' ${network}`,
    `docker inspect --format '{{json .NetworkSettings.Networks}}' ${c}`,
  ],
  'restart-policy': (c) => [`docker inspect --format '{{.HostConfig.RestartPolicy.Name}}' ${c}`],
  same: () => [
    "docker ps -a --format '{{.ID}} {{.Names}}'",
    imageIds,
    "docker volume ls --format '{{.Name}}'",
  ],
  removed: () => [
    "docker ps -a --format '{{.ID}} {{.Names}}'",
    imageIds,
    "docker volume ls --format '{{.Name}}'",
  ],
  ended: (c) => [states, events(`-f container=${c} -f event=die`, '{{.Action}}')],
  pulled: () => [imageIds, events('-f type=image -f event=pull', '{{.Action}} {{.Actor.ID}}')],
  containers: (image) => [
    image === '' ? states : "docker ps -a --format '{{.Names}} {{.Image}}'",
    states,
  ],
  local: () => [imageNames],
  image: () => [imageIds],
  names: () => [imageIds],
  images: () => [imageNames],
  size: () => ["docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}'"],
  layers: (image) => [`docker inspect --format '{{len .RootFS.Layers}}' ${image}`],
  'image-env': (image) => [`docker inspect --format '{{json .Config.Env}}' ${image}`],
  'image-command': (image) => [
    `docker inspect --format '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' ${image}`,
  ],
  hub: (name) => [`docker pull -q ${name}`],
  'logged-in': () => ['cat ~/.docker/config.json'],
  'host-file': (path) => [`ls ${path}`],
  'host-content': (path) => [`cat ${path}`],
  volume: () => ["docker volume ls --format '{{.Name}}'"],
  network: () => ["docker network ls --format '{{.Name}}'"],
  count: () => [],
};

/**
 * How somebody would see a fact at a terminal of their own: for every part of it the commands that show it, the plainest
 * of each part first, then what else shows it. None twice.
 */
export function showingCommands(fact: Fact): readonly string[] {
  const parts = callsOf(fact).map(({ name, args }) => {
    const at = (index: number): string => {
      const argument = args[index];
      return typeof argument === 'string' ? word(argument) : '';
    };
    return showing[name](at(0), at(1));
  });
  const longest = Math.max(0, ...parts.map((commands) => commands.length));
  const byRank = Array.from({ length: longest }, (_, rank) =>
    parts.flatMap((commands) => commands.slice(rank, rank + 1)),
  );
  return [...new Set(byRank.flat())];
}

type Call = Extract<Fact, { kind: 'call' }>;

/** Every call within a fact, in the order written. */
function callsOf(fact: Fact): readonly Call[] {
  switch (fact.kind) {
    case 'or':
    case 'and':
      return fact.parts.flatMap(callsOf);
    case 'not':
      return callsOf(fact.fact);
    case 'compare':
      return [...callsOf(fact.left), ...callsOf(fact.right)];
    case 'call':
      return [fact, ...fact.args.flatMap((arg) => (typeof arg === 'string' ? [] : callsOf(arg)))];
    case 'text':
    case 'number':
      return [];
  }
}
