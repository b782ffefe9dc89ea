import { z } from 'zod';
import { send, type Sandbox, type World } from '../engine';

const containers = z.array(
  z.object({
    Id: z.string(),
    Names: z.array(z.string()),
    Image: z.string(),
    ImageID: z.string(),
    State: z.enum(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']),
    SizeRw: z.number().optional(),
    Ports: z.array(
      z.object({
        IP: z.string().optional(),
        PrivatePort: z.number(),
        PublicPort: z.number().optional(),
        Type: z.string(),
      }),
    ),
    NetworkSettings: z.object({ Networks: z.record(z.string(), z.unknown()).nullable() }),
    Mounts: z.array(
      z.object({
        Type: z.string(),
        Name: z.string().optional(),
        Source: z.string(),
        Destination: z.string(),
        RW: z.boolean(),
      }),
    ),
  }),
);
export type ListedContainer = z.infer<typeof containers>[number];

const inspected = z.object({
  State: z.object({ ExitCode: z.number(), StartedAt: z.string() }),
});

const images = z.array(
  z.object({
    Id: z.string(),
    RepoTags: z.array(z.string()).nullable(),
    RepoDigests: z.array(z.string()).nullable(),
    Size: z.number(),
  }),
);

const cpu = z.object({ cpu_usage: z.object({ total_usage: z.number() }) });
const stats = z.object({
  cpu_stats: cpu,
  precpu_stats: cpu,
  memory_stats: z.object({ usage: z.number().optional() }),
});

const volumes = z.object({
  Volumes: z.array(z.object({ Name: z.string() })).nullable(),
});

const networks = z.array(z.object({ Name: z.string(), Driver: z.string() }));

const changedPaths = z.array(z.unknown()).nullable();

/** What the stage asks the engine for, by its API; the sandbox is not changed, because each question goes to a fork. */
export function readHost(sandbox: Sandbox, world: World) {
  const ask = (path: string, query: Readonly<Record<string, string>> = {}): unknown => {
    const { answer } = send(sandbox, { method: 'GET', path, query }, world);
    return answer.status === 200 && answer.body.kind === 'json' ? answer.body.json : undefined;
  };
  return {
    /** The oldest first. */
    containers: () => containers.parse(ask('/containers/json', { all: '1', size: '1' })).reverse(),
    /** The end of the last run and the beginning of this one. */
    lifeOf: (id: string) => inspected.parse(ask(`/containers/${id}/json`)).State,
    /** How many paths the writable layer adds, changes or hides. */
    changedPaths: (id: string) =>
      (changedPaths.parse(ask(`/containers/${id}/changes`)) ?? []).length,
    /** What `docker stats` knows: does the CPU counter grow, and how much memory is held? */
    use: (id: string) => {
      const read = stats.safeParse(
        ask(`/containers/${id}/stats`, { stream: 'false', 'one-shot': 'false' }),
      );
      if (!read.success) return { cpu: false, memory: 0 };
      const { cpu_stats: now, precpu_stats: before, memory_stats: memory } = read.data;
      return {
        cpu: now.cpu_usage.total_usage > before.cpu_usage.total_usage,
        memory: memory.usage ?? 0,
      };
    },
    images: () => images.parse(ask('/images/json')),
    volumes: () => volumes.parse(ask('/volumes')).Volumes ?? [],
    networks: () => networks.parse(ask('/networks')),
  };
}
