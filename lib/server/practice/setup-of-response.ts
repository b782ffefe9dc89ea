import 'server-only';
import type { Sandbox } from '@/lib/engine';
import type { Response } from '@/lib/quiz/types';
import type { Prisma } from '@/lib/server/generated/client';
import { readSetupState } from '@/lib/server/sandbox/setup-states';

/** Responses that are graded by running commands. The others are graded without the setup, which is then not read. */
const run: readonly Response['kind'][] = ['type', 'lab'];

/** The stored setup state of a variant, as grading and the verdict ask for it. */
export async function setupOfResponse(
  tx: Prisma.TransactionClient,
  response: Response,
  setupHash: string,
): Promise<() => Sandbox> {
  const state = run.includes(response.kind) ? await readSetupState(tx, setupHash) : null;
  return () => {
    if (state === null)
      throw new Error(`a response "${response.kind}" is graded without its setup`);
    return state;
  };
}
