import 'server-only';
import type { GradingScene } from '@/lib/quiz/grade';
import { labFactsOf } from '@/lib/quiz/lab-progress';
import type { Locale, Response, VariantKey } from '@/lib/quiz/types';
import type { Prisma } from '@/lib/server/generated/client';
import { readSetupState } from '@/lib/server/sandbox/setup-states';
import { queryOfPrisma } from '@/lib/server/sandbox/stored-sandbox';
import { sandboxOfLab } from './lab/lab-showing';
import { readLabRun } from './lab/read-lab-run';

/** Responses that are graded by running commands. The others are graded without the setup, which is then not read. */
const run: readonly Response['kind'][] = ['blanks', 'type', 'lab'];

/** A response to a stored variant; `showing` null where nothing was shown to a learner. */
interface GivenResponse {
  readonly response: Response;
  readonly key: VariantKey;
  readonly setupHash: string;
  readonly showing: { readonly learnerId: string; readonly showingId: string } | null;
  readonly locale: Locale;
}

/** What grading and the verdict run a response from: the variant's stored setup, and of a hands-on question what its sandbox went through. */
export async function sceneOfResponse(
  tx: Prisma.TransactionClient,
  { response, key, setupHash, showing, locale }: GivenResponse,
): Promise<Pick<GradingScene, 'setup' | 'labRun'>> {
  if (!run.includes(response.kind))
    return {
      setup: () => {
        throw new Error(`a response "${response.kind}" is graded without its setup`);
      },
    };
  const start = await readSetupState(tx, setupHash);
  const setup = () => start;
  if (response.kind !== 'lab' || key.kind !== 'lab' || showing === null) return { setup };
  const { through } = response;
  const sandbox = through === undefined ? null : await sandboxOfLab(tx, showing);
  if (through === undefined || sandbox === null) return { setup };
  const ask = { facts: labFactsOf(key), start, sandboxId: sandbox.id, through, locale };
  return { setup, labRun: await readLabRun(queryOfPrisma(tx), ask) };
}
