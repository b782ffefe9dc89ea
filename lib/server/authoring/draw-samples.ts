import 'server-only';
import type { SampleView } from '@/lib/quiz/studio';
import { AppError } from '@/lib/server/app-error';
import { questionContext } from '@/lib/server/content/question-context';
import type { Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { conceptTitle } from './check-text';
import { getOwnTemplate } from './own-template';
import { readDraft } from './read-draft';
import { readKnown } from './read-known';
import { sampleVariants } from './sample-variants';

/**
 * Three other variants of a text, for its author to look at.
 * @throws AppError 'invalid' for a text that is not right; otherwise as `checkDraft`
 */
export async function drawSamples(
  viewer: Asker,
  id: string,
  text: string,
  round: number,
): Promise<readonly SampleView[]> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await limit('check-as', viewer.id);
  const context = await questionContext();
  const read = readDraft(text, id, await readKnown(context));
  if (!read.ok) throw new AppError('invalid');
  const { template } = read.value;
  return sampleVariants(template, context, await conceptTitle(template.conceptId), round);
}
