import 'server-only';
import { Prisma } from '@/lib/server/generated/client';
import { makeJoinCode } from './join-code';

/** Does `work` with a code that no cohort has; a code that turns out to be taken is replaced by another, three times. */
export async function withFreshCode<T>(work: (joinCode: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(makeJoinCode());
    } catch (error) {
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
      if (!taken || attempt === 3) throw error;
    }
  }
}
