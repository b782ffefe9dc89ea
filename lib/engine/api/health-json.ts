import { healthStatus } from '../container/health';
import type { Container } from '../state';
import { formatTimeOrNever } from '../time';

/** `State.Health` of an inspected container; null without a health check. */
export function healthJson(container: Container): Readonly<Record<string, unknown>> | null {
  const { health } = container;
  if (health === null) return null;
  return {
    Status: healthStatus(container),
    FailingStreak: health.streak,
    Log: health.log.map(({ start, end, exitCode, output }) => ({
      Start: formatTimeOrNever(start),
      End: formatTimeOrNever(end),
      ExitCode: exitCode,
      Output: output,
    })),
  };
}

/** What STATUS says of a running container's health, with a space before it; `''` without a health check (moby container/state.go String). */
export function healthText(container: Container): string {
  const status = healthStatus(container);
  if (status === null) return '';
  return status === 'starting' ? ' (health: starting)' : ` (${status})`;
}
