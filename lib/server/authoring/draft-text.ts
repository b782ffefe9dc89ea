import { createHash } from 'node:crypto';
import { z } from 'zod';
import { maximalDraftLength } from '@/lib/quiz/studio';

/** A draft as it is kept: any text, with line breaks of one kind and without what Postgres cannot hold. */
export const draftTextField = z
  .string()
  .max(maximalDraftLength)
  .transform((text) => Buffer.from(text, 'utf8').toString('utf8'))
  .transform((text) => text.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n'));

/** Names a text. The same text has the same revision, however it came about. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}
