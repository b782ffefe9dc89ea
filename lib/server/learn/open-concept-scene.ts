import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/server/app-error';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { readConceptScene } from './read-concept-run';

/**
 * Makes a sandbox of the learner's in which the run of a concept's page has been typed, and returns its id. Every line is in its journal, so that it can be taken back.
 * @throws AppError 'not-found' for a concept that shows no run; 'too-many' when the learner has as many sandboxes as anybody may have
 */
export async function openConceptScene(learnerId: string, conceptId: string): Promise<string> {
  const { images, run } = await readConceptScene(conceptId);
  if (run.length === 0) throw new AppError('not-found');
  const sandboxId = await createSandbox(learnerId, { images });
  for (const { command } of run)
    await runCommand({ sandboxId, learnerId, commandKey: randomUUID(), line: command });
  return sandboxId;
}
