import { z } from 'zod';
import { send, type Sandbox, type World } from '../engine';

/** Asks one sandbox through the engine's API and never changes it: every answer comes from a fork with a stopped clock. */
export interface EngineQuery {
  readonly sandbox: Sandbox;
  readonly world: World;
  /** The JSON of a GET request, or null when the engine answers with an error. */
  get(path: string, query?: Readonly<Record<string, string>>): unknown;
  /** The messages that a GET request sends one after another; none when the engine answers with an error. */
  messages(path: string, query?: Readonly<Record<string, string>>): readonly unknown[];
  /** The output of processes that a GET request answers with. */
  frames(
    path: string,
    query?: Readonly<Record<string, string>>,
  ): readonly { readonly text: string }[];
  /** Whether a HEAD request finds something. */
  head(path: string, query?: Readonly<Record<string, string>>): boolean;
}

const method = 'GET';

export function engineQuery(sandbox: Sandbox, world: World): EngineQuery {
  const answers = new Map<string, unknown>();
  return {
    sandbox,
    world,
    get(path, query) {
      const key = query === undefined ? path : `${path}?${JSON.stringify(query)}`;
      if (!answers.has(key)) {
        const { answer } = send(sandbox, query ? { method, path, query } : { method, path }, world);
        const json = answer.status === 200 && answer.body.kind === 'json' ? answer.body.json : null;
        answers.set(key, json);
      }
      return answers.get(key);
    },
    messages(path, query = {}) {
      const { answer } = send(sandbox, { method: 'GET', path, query }, world);
      return answer.status === 200 && answer.body.kind === 'messages' ? answer.body.messages : [];
    },
    frames(path, query = {}) {
      const { answer } = send(sandbox, { method: 'GET', path, query }, world);
      if (answer.status !== 200) return [];
      return answer.body.kind === 'frames'
        ? answer.body.frames
        : answer.body.kind === 'subscription'
          ? (answer.body.frames ?? [])
          : [];
    },
    head(path, query = {}) {
      return send(sandbox, { method: 'HEAD', path, query }, world).answer.status === 200;
    },
  };
}

/** Reads answers by a schema, each once: facts ask for the same again and again. Null: the answer is of another form. */
function reading<T>(schema: z.ZodType<T>): (answer: unknown) => T | null {
  const known = new WeakMap<object, T | null>();
  return (answer) => {
    if (typeof answer !== 'object' || answer === null) return null;
    let value = known.get(answer);
    if (value === undefined) {
      const parsed = schema.safeParse(answer);
      value = parsed.success ? parsed.data : null;
      known.set(answer, value);
    }
    return value;
  };
}

const containerStatus = z.enum([
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
]);

const portBindings = z
  .record(z.string(), z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullable())
  .nullish();

/** What the quiz reads of `GET /containers/{name}/json` (Engine API 1.50). */
const containerSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Image: z.string(),
  State: z.object({ Status: containerStatus, ExitCode: z.number() }),
  Path: z.string(),
  Args: z.array(z.string()).nullable(),
  Config: z.object({ Image: z.string(), Env: z.array(z.string()).nullish() }),
  HostConfig: z.object({ RestartPolicy: z.object({ Name: z.string() }) }),
  Mounts: z.array(
    z.object({
      Type: z.string(),
      Name: z.string().optional(),
      Source: z.string().optional(),
      Destination: z.string(),
    }),
  ),
  NetworkSettings: z.object({ Ports: portBindings, Networks: z.record(z.string(), z.unknown()) }),
});
export type InspectedContainer = z.infer<typeof containerSchema>;

const readContainer = reading(containerSchema);

/** The container of a name or id, or null when there is none. */
export function inspectContainer(query: EngineQuery, name: string): InspectedContainer | null {
  return readContainer(query.get(`/containers/${name}/json`));
}

const volumeSchema = z.object({ Name: z.string(), CreatedAt: z.string() });
const readVolume = reading(volumeSchema);

/** The volume of a name, or null when there is none. */
export function inspectVolume(
  query: EngineQuery,
  name: string,
): z.infer<typeof volumeSchema> | null {
  return readVolume(query.get(`/volumes/${name}`));
}

const archiveSchema = z.record(
  z.string(),
  z.object({ kind: z.string(), text: z.string().optional() }),
);

/** The text of a file in a container without the line ends at its end; null when there is no such file or it is no text. */
export function readContent(query: EngineQuery, name: string, path: string): string | null {
  const archive = archiveSchema.safeParse(query.get(`/containers/${name}/archive`, { path }));
  const [entry] = archive.success ? Object.values(archive.data) : [];
  return entry?.kind === 'text' ? (entry.text ?? '').trimEnd() : null;
}

/** Everything that a container's main process has written, both streams; `''` when there is no such container. */
export function readLogs(query: EngineQuery, name: string): string {
  const wanted = { stdout: '1', stderr: '1' };
  return query
    .frames(`/containers/${name}/logs`, wanted)
    .map(({ text }) => text)
    .join('');
}

const imageSchema = z.object({
  Id: z.string(),
  RepoTags: z.array(z.string()).nullish(),
  Size: z.number(),
  RootFS: z.object({ Layers: z.array(z.string()).nullish() }),
  Config: z.object({
    Env: z.array(z.string()).nullish(),
    Cmd: z.array(z.string()).nullish(),
    Entrypoint: z.array(z.string()).nullish(),
  }),
});
export type InspectedImage = z.infer<typeof imageSchema>;

const readImage = reading(imageSchema);

/** The image of a name or id, or null when the local store has none. */
export function inspectImage(query: EngineQuery, name: string): InspectedImage | null {
  return readImage(query.get(`/images/${name}/json`));
}

const containerListSchema = z.array(
  z.object({
    Id: z.string(),
    Names: z.array(z.string()),
    Image: z.string(),
    ImageID: z.string(),
    State: containerStatus,
    Ports: z.array(
      z.object({
        IP: z.string().optional(),
        PrivatePort: z.number(),
        PublicPort: z.number().optional(),
        Type: z.string(),
      }),
    ),
  }),
);
export type ListedContainer = z.infer<typeof containerListSchema>[number];

/** All containers, the newest first. */
export function listContainers(query: EngineQuery): readonly ListedContainer[] {
  return containerListSchema.parse(query.get('/containers/json', { all: '1' }));
}

const imageListSchema = z.array(
  z.object({ Id: z.string(), RepoTags: z.array(z.string()).nullable(), Size: z.number() }),
);

/** All images of the local store. */
export function listImages(query: EngineQuery): z.infer<typeof imageListSchema> {
  return imageListSchema.parse(query.get('/images/json'));
}

const cpuSchema = z.object({ cpu_usage: z.object({ total_usage: z.number() }) });
const statsSchema = z.object({
  cpu_stats: cpuSchema,
  precpu_stats: cpuSchema,
  memory_stats: z.object({ usage: z.number().optional() }),
});

/** What a container's processes take of the host. */
export interface ResourceUse {
  /** Whether its processes may get CPU time: their CPU counter grows. */
  readonly scheduled: boolean;
  /** Bytes of memory that they hold; 0 without a process. */
  readonly memory: number;
}

/** What `docker stats` knows of a container; nothing when there is none. */
export function resourceUse(query: EngineQuery, name: string): ResourceUse {
  const stats = statsSchema.safeParse(
    query.get(`/containers/${name}/stats`, { stream: 'false', 'one-shot': 'false' }),
  );
  if (!stats.success) return { scheduled: false, memory: 0 };
  const { cpu_stats: now, precpu_stats: before, memory_stats: memory } = stats.data;
  return {
    scheduled: now.cpu_usage.total_usage > before.cpu_usage.total_usage,
    memory: memory.usage ?? 0,
  };
}
