import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError, toResponse } from '@/lib/server/app-error';
import { requireApiViewer, type Viewer } from '@/lib/server/viewer';

/** The longest draft with every character escaped, and what goes with it; more is refused before it is read. */
const MOST_CHARACTERS = 320_000;

/** Nobody waits for the response any more. The status that web servers write to their logs then. */
const CLIENT_CLOSED = 499;

/** What every request about a template's text carries. */
export const templateField = z.string().min(1).max(100);

/** Answers a request of the editor: who asks, the checked body, the use case's result as JSON. */
export async function handleStudio<T>(
  request: Request,
  schema: z.ZodType<T>,
  work: (viewer: Viewer, body: T) => Promise<unknown>,
): Promise<Response> {
  const locale = parseLocale(await getLocale()) ?? 'en';
  try {
    const viewer = await requireApiViewer();
    const body = schema.parse(await readJson(request));
    return Response.json(await work(viewer, body), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED });
    return toResponse(error, locale);
  }
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) throw new AppError('invalid');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid', { cause: error });
  }
}
