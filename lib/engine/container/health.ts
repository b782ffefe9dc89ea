import type { HealthConfig } from '../docker-json';
import type { Container, Health } from '../state';

type TimeName = 'Interval' | 'Timeout' | 'StartPeriod' | 'StartInterval';

const SECOND = 1_000_000_000;
const MOST_RESULTS = 5;
const MOST_OUTPUT = 4096;
const defaults = { Interval: 30, Timeout: 30, StartPeriod: 0, StartInterval: 5, Retries: 3 };

/** One of a health check's times in milliseconds; Docker's own where none is given (moby daemon/health.go). */
function timeOf(config: HealthConfig, name: TimeName): number {
  return (config[name] || defaults[name] * SECOND) / 1_000_000;
}

/** What was asked of a health check laid over the image's (moby daemon/commit.go merge). */
export function mergeHealth(
  asked: HealthConfig | undefined,
  image: HealthConfig | undefined,
): HealthConfig | undefined {
  if (asked === undefined || image === undefined) return asked ?? image;
  const test = (asked.Test ?? []).length > 0 ? {} : { Test: image.Test ?? [] };
  return { ...image, ...asked, ...test };
}

/** Why a health check may not be; null when it may (moby daemon/container.go validateHealthCheck). */
export function healthError(config: HealthConfig): string | null {
  const tooShort = (name: TimeName): boolean =>
    (config[name] ?? 0) !== 0 && (config[name] ?? 0) < 1_000_000;
  for (const name of ['Interval', 'Timeout'] as const)
    if (tooShort(name)) return `${name} in Healthcheck cannot be less than 1ms`;
  if ((config.Retries ?? 0) < 0) return 'Retries in Healthcheck cannot be negative';
  for (const name of ['StartPeriod', 'StartInterval'] as const)
    if (tooShort(name)) return `${name} in Healthcheck cannot be less than 1ms`;
  return null;
}

/** The words that check a container's health; null when nothing does. */
export function probeOf({ config }: Container): readonly string[] | null {
  const [kind, ...words] = config.Healthcheck?.Test ?? [];
  if (kind === 'CMD') return words;
  return kind === 'CMD-SHELL' ? [...(config.Shell ?? ['/bin/sh', '-c']), ...words] : null;
}

/** When the next check begins, from `now` on: more often while a container that was started at `startedAt` is starting. */
function nextCheck(
  config: HealthConfig,
  status: Health['status'],
  now: number,
  startedAt: number,
): number {
  const starting = status === 'starting' && now - startedAt < timeOf(config, 'StartPeriod');
  return now + timeOf(config, starting ? 'StartInterval' : 'Interval');
}

/** The health of a container that starts now. Null when it has no health check. */
export function startedHealth(container: Container, now: number): Health | null {
  if (container.config.Healthcheck === undefined || probeOf(container) === null) return null;
  const nextAt = nextCheck(container.config.Healthcheck, 'starting', now, now);
  const log = container.health?.log ?? [];
  return { status: 'starting', streak: 0, log, nextAt, probe: null };
}

/** The health of a container that is resumed: Docker calls it unhealthy until the next check. */
export function resumedHealth(container: Container, now: number): Health | null {
  const { health, config, state } = container;
  if (health === null || config.Healthcheck === undefined) return health;
  const startedAt = state.kind === 'paused' ? state.run.startedAt : now;
  const nextAt = nextCheck(config.Healthcheck, 'unhealthy', now, startedAt);
  return { ...health, status: 'unhealthy', nextAt, probe: null };
}

/** The status that is shown: what does not run, or stands still, is unhealthy; null without a health check. */
export function healthStatus({ health, state }: Container): Health['status'] | null {
  if (health === null) return null;
  return state.kind === 'running' ? health.status : 'unhealthy';
}

/** When a container's health check next does something; Infinity when it does nothing. */
export function healthDue({ health, state }: Container): number {
  return health !== null && state.kind === 'running' ? health.nextAt : Infinity;
}

/** Is a process the check that runs, or the one that is just being started? */
export function isProbe({ health }: Container, pid: number): boolean {
  const probe = health?.probe;
  return probe?.pid === pid || probe?.pid === 0;
}

/** A check has begun: it is given up when its time is over. */
export function withProbe(container: Container, health: Health, now: number, pid: number): Health {
  const nextAt = now + timeOf(container.config.Healthcheck ?? {}, 'Timeout');
  return { ...health, nextAt, probe: { pid, start: now } };
}

/** A check has ended: what it found, and when the next one begins (moby daemon/health.go handleProbeResult). */
export function withResult(
  { config, state }: Container,
  health: Health,
  now: number,
  result: { readonly exitCode: number; readonly output: string },
): Health {
  const check = config.Healthcheck ?? {};
  const startedAt = state.kind === 'running' ? state.run.startedAt : now;
  const start = health.probe?.start ?? now;
  const { exitCode } = result;
  const output =
    result.output.length > MOST_OUTPUT
      ? `${result.output.slice(0, MOST_OUTPUT)}...`
      : result.output;
  const log = [...health.log, { start, end: now, exitCode, output }].slice(-MOST_RESULTS);
  const excused = health.status === 'starting' && start - startedAt < timeOf(check, 'StartPeriod');
  const streak = exitCode === 0 ? 0 : health.streak + (excused ? 0 : 1);
  const failed = exitCode !== 0 && !excused && streak >= (check.Retries || defaults.Retries);
  const status = exitCode === 0 ? 'healthy' : failed ? 'unhealthy' : health.status;
  const nextAt = nextCheck(check, status, now, startedAt);
  return { status, streak, log, nextAt, probe: null };
}

/** What a check that took too long is said to have found. */
export function timeoutText(container: Container, output: string): string {
  const seconds = timeOf(container.config.Healthcheck ?? {}, 'Timeout') / 1000;
  const text = `Health check exceeded timeout (${goDuration(seconds)})`;
  return output === '' ? text : `${text}: ${output}`;
}

/** A length of time as Go prints it: `30s`, `1m30s`, `500ms`. */
function goDuration(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)}ms`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Number((seconds % 60).toFixed(9));
  if (hours > 0) return `${hours}h${minutes}m${rest}s`;
  return minutes > 0 ? `${minutes}m${rest}s` : `${rest}s`;
}
