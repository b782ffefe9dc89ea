import 'server-only';
import type { LocalDay } from '@/lib/scheduling/local-day';

/** A local day as Prisma writes a `date` column: midnight UTC. */
export function dayToColumn(day: LocalDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The local day that a `date` column holds. */
export function dayFromColumn(column: Date): LocalDay {
  return column.toISOString().slice(0, 10) as LocalDay;
}
