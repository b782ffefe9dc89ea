import { z } from 'zod';
import { labLineLength } from '@/lib/quiz/parse-response';
import { confidences } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';

/** Far above what any answer needs; more is refused before it is read. */
const MOST_BYTES = 20_000;

export const answerBody = z.strictObject({
  showingId: z.uuid(),
  idempotencyKey: z.uuid(),
  response: z.unknown(),
  confidence: z.enum(confidences).nullable(),
  responseMs: z.int().min(0).max(86_400_000),
});

export const showingBody = z.strictObject({ showingId: z.uuid() });

/** `version`: what the page knows; without it the sandbox is told of in any case. */
export const labOpenBody = z.strictObject({
  showingId: z.uuid(),
  version: z.int().min(0).optional(),
});

export const labCompletionBody = z.strictObject({
  showingId: z.uuid(),
  text: z.string().max(labLineLength),
  cursor: z.int().min(0).max(labLineLength),
});

export const labLineBody = z.strictObject({
  showingId: z.uuid(),
  commandKey: z.uuid(),
  line: z.string().max(labLineLength),
});

export const labHintBody = z.strictObject({ showingId: z.uuid(), number: z.int().min(1).max(20) });

export const labRestartBody = z.strictObject({ showingId: z.uuid(), commandKey: z.uuid() });

/** The one concept that is practised; left out in the day's practice. */
const concept = z.string().max(100).optional();

export const nextBody = z.strictObject({ concept });

export const undoBody = z.strictObject({ reviewId: z.uuid(), concept });

/** The JSON body of a request, checked. Throws AppError 'invalid' for what is no JSON, too long or of another shape. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new AppError('invalid');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid', { cause: error });
  }
  return schema.parse(json);
}
