import { own } from '../../kernel/own';
import type { ContainerConfig, ImageConfig } from '../docker-json';

const SHELL: readonly string[] = ['/bin/sh', '-c'];
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The shell that the shell form of an instruction runs in. */
export function shellOf(config: ImageConfig): readonly string[] {
  return config.Shell && config.Shell.length > 0 ? config.Shell : SHELL;
}

/** The configuration with a comment in place of its command, which the history shows and the cache knows. `COPY`, `ADD` and `WORKDIR` write it as one word. */
export function withComment(config: ImageConfig, comment: string, oneWord = false): ImageConfig {
  const words = oneWord ? [`#(nop) ${comment}`] : ['#(nop) ', comment];
  return { ...config, Cmd: [...shellOf(config), ...words] };
}

/** An image's configuration as a stage begins with it: a search path is always set. */
export function firstConfig(config: ImageConfig): ImageConfig {
  const env = config.Env ?? [];
  return env.some((entry) => entry.split('=')[0] === 'PATH')
    ? config
    : { ...config, Env: [...env, `PATH=${PATH}`] };
}

type Compared = ImageConfig & Partial<ContainerConfig>;

function sameList(
  a: readonly string[] | null | undefined,
  b: readonly string[] | null | undefined,
): boolean {
  const [left, right] = [a ?? [], b ?? []];
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function sameKeys(a: object | undefined, b: object | undefined): boolean {
  return sameList(Object.keys(a ?? {}).sort(), Object.keys(b ?? {}).sort());
}

function sameHealth(a: ImageConfig['Healthcheck'], b: ImageConfig['Healthcheck']): boolean {
  if (!a || !b) return !a === !b;
  return (
    sameList(a.Test, b.Test) &&
    (a.Interval ?? 0) === (b.Interval ?? 0) &&
    (a.Timeout ?? 0) === (b.Timeout ?? 0) &&
    (a.StartPeriod ?? 0) === (b.StartPeriod ?? 0) &&
    (a.StartInterval ?? 0) === (b.StartInterval ?? 0) &&
    (a.Retries ?? 0) === (b.Retries ?? 0)
  );
}

/** Was an image made with the same configuration? What belongs to one container alone does not count (moby image/cache/compare.go). */
export function sameConfig(a: Compared, b: Compared): boolean {
  const labels = Object.entries(a.Labels ?? {});
  return (
    sameList(a.Env, b.Env) &&
    sameList(a.Cmd, b.Cmd) &&
    sameList(a.Entrypoint, b.Entrypoint) &&
    sameList(a.Shell, b.Shell) &&
    sameList(a.OnBuild, b.OnBuild) &&
    sameKeys(a.ExposedPorts, b.ExposedPorts) &&
    sameKeys(a.Volumes, b.Volumes) &&
    sameKeys(a.Labels, b.Labels) &&
    labels.every(([name, value]) => own(b.Labels ?? {}, name) === value) &&
    (a.AttachStdin ?? false) === (b.AttachStdin ?? false) &&
    (a.AttachStdout ?? false) === (b.AttachStdout ?? false) &&
    (a.AttachStderr ?? false) === (b.AttachStderr ?? false) &&
    (a.Tty ?? false) === (b.Tty ?? false) &&
    (a.OpenStdin ?? false) === (b.OpenStdin ?? false) &&
    (a.StdinOnce ?? false) === (b.StdinOnce ?? false) &&
    (a.User ?? '') === (b.User ?? '') &&
    (a.WorkingDir ?? '') === (b.WorkingDir ?? '') &&
    (a.StopSignal ?? '') === (b.StopSignal ?? '') &&
    a.StopTimeout === b.StopTimeout &&
    sameHealth(a.Healthcheck, b.Healthcheck)
  );
}
