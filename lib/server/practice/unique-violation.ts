import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Whether a write was refused because another was faster. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
