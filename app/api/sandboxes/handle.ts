import { z } from 'zod';
import { AppError } from '@/lib/server/app-error';
import { readBody } from '../practice/body';
import { handle } from '../practice/handle';

/** What a route of one sandbox is called with. */
export interface SandboxContext {
  readonly params: Promise<{ readonly id: string }>;
}

/** A line and what is pasted with it is far below this; the engine refuses longer ones in words. */
const LONGEST_LINE = 16_000;

export const commandBody = z.strictObject({
  commandKey: z.uuid(),
  line: z.string().max(LONGEST_LINE),
});
export const completionBody = z.strictObject({
  text: z.string().max(LONGEST_LINE),
  cursor: z.int().min(0).max(LONGEST_LINE),
});
export const keyedBody = z.strictObject({ commandKey: z.uuid() });
export const emptyBody = z.strictObject({});

/** What can be done about links or keys; ids are shaped as `id` says. */
export const grantBody = (id: z.ZodString | z.ZodUUID) =>
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('list') }),
    z.strictObject({ act: z.literal('make') }),
    z.strictObject({ act: z.literal('revoke'), id }),
  ]);

/** Answers a request about a sandbox: who asks, which one, the checked body, the use case's result as JSON. */
export function handleSandbox<T>(
  request: Request,
  { params }: SandboxContext,
  schema: z.ZodType<T>,
  work: (learnerId: string, sandboxId: string, body: T) => Promise<unknown>,
): Promise<Response> {
  return handle(async (viewerId) => {
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw new AppError('not-found');
    return work(viewerId, id.data, await readBody(request, schema));
  });
}
