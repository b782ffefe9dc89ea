import { kernelVersion } from './kernel-version';
import { containersOf } from './list';
import { launch, resume } from '../process/kernel';
import type { Launched, LaunchOrder, ProcessHost, Step } from '../process/host';
import { serverOf } from '../process/servers';
import type { Activity, Process } from '../process/process';
import { containerOf, type Turn } from '../turn';
import { rootFiles } from './container-files';
import type { RootFiles } from '../files/root-files';

/** Where one process's output goes. */
type OutputSink = 'log' | 'client';

/** The simulated kernel as one process of a container sees it. `killer` sends a signal to another of its processes. */
export class ContainerHost implements ProcessHost {
  readonly files: RootFiles;
  readonly now: number;

  constructor(
    private readonly turn: Turn,
    readonly containerId: string,
    private readonly pid: number,
    private readonly output: OutputSink,
    private readonly killer: (turn: Turn, id: string, pid: number, signal: string) => boolean,
  ) {
    this.files = rootFiles(turn, containerId);
    this.now = turn.state.now;
  }

  get hostname(): string {
    return (
      containerOf(this.turn, this.containerId).config.Hostname || this.containerId.slice(0, 12)
    );
  }

  get address(): string {
    const { state } = containerOf(this.turn, this.containerId);
    return state.kind === 'running' || state.kind === 'paused' ? state.run.address : '';
  }

  get kernel(): string {
    return this.turn.world.rules.containerSharesKernel()
      ? kernelVersion
      : `5.15.0-${this.containerId.slice(0, 4)}`;
  }

  processes(): readonly Process[] {
    const { state } = containerOf(this.turn, this.containerId);
    return state.kind === 'running' || state.kind === 'paused' ? state.run.processes : [];
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    this.record(this.output === 'log', stream, text);
  }

  writeMain(stream: 'stdout' | 'stderr', text: string): void {
    this.record(true, stream, text);
  }

  private record(toLog: boolean, stream: 'stdout' | 'stderr', text: string): void {
    const { turn, containerId, pid } = this;
    const at = turn.state.now;
    turn.output.push({ at, stream, text, container: containerId, pid: toLog ? 1 : pid });
  }

  newPid(): number {
    const { turn, containerId } = this;
    const made = turn.made.get(`pid/${containerId}`) ?? 0;
    turn.made.set(`pid/${containerId}`, made + 1);
    return nextPid(turn, containerId) + made;
  }

  kill(pid: number, signal: string): boolean {
    return this.killer(this.turn, this.containerId, pid, signal);
  }

  refusal(path: string, user: string): string | null {
    return refusal(this.turn, this.containerId, path, user);
  }

  fetch(host: string, port: number, path: string): string | null {
    return fetchPage(this.turn, this.containerId, host, port, path);
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    return launch(order, host);
  }

  resume(activity: Activity, host: ProcessHost): Step {
    return resume(activity, host);
  }
}

/** The lowest process number that no process of the container has had. */
export function nextPid(turn: Turn, containerId: string): number {
  const { state } = containerOf(turn, containerId);
  if (state.kind !== 'running' && state.kind !== 'paused') return 1;
  return Math.max(1, ...state.run.processes.map((process) => process.pid)) + 1;
}

function refusal(turn: Turn, containerId: string, path: string, user: string): string | null {
  const container = containerOf(turn, containerId);
  const mount = container.mounts.find(
    (candidate) => path === candidate.path || path.startsWith(`${candidate.path}/`),
  );
  if (
    mount ? mount.kind !== 'tmpfs' && mount.readonly : container.hostConfig.ReadonlyRootfs === true
  )
    return 'Read-only file system';
  const isRoot = ['', 'root', '0'].includes(user.split(':')[0] ?? '');
  return isRoot || /^\/(tmp|var\/tmp|dev)(\/|$)/.test(path) ? null : 'Permission denied';
}

/** Every activity of a container, those inside shells too. */
function servers(activity: Activity): readonly string[] {
  if (activity.kind === 'serving') return [activity.server];
  if (activity.kind !== 'shell') return [];
  const { child, jobs } = activity.machine;
  return [
    ...(child ? [child] : []),
    ...jobs.flatMap((job) => (job.activity ? [job.activity] : [])),
  ].flatMap(servers);
}

function fetchPage(
  turn: Turn,
  containerId: string,
  host: string,
  port: number,
  path: string,
): string | null {
  const own = containerOf(turn, containerId);
  const isOwn = [
    'localhost',
    '127.0.0.1',
    '0.0.0.0',
    own.config.Hostname ?? '',
    own.id.slice(0, 12),
  ].includes(host);
  const target = isOwn
    ? own
    : containersOf(turn.state).find(
        ({ state }) => state.kind === 'running' && state.run.address === host,
      );
  if (target?.state.kind !== 'running') return null;
  for (const process of target.state.run.processes) {
    for (const name of servers(process.activity)) {
      const server = serverOf(name);
      if (!server.ports.includes(port)) continue;
      if (server.serves === null) return null;
      if (server.serves.kind === 'environment')
        return `${process.env[server.serves.name] ?? 'hello-world'}\n`;
      const page = rootFiles(turn, target.id).get(
        server.serves.path + (path === '/' ? '/index.html' : path),
      );
      return page?.kind === 'text' ? page.text : null;
    }
  }
  return null;
}
