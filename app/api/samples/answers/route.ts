import { getLocale } from 'next-intl/server';
import { parseLocale } from '@/lib/i18n/locales';
import { toResponse } from '@/lib/server/app-error';
import { checkSample } from '@/lib/server/practice/sample-question';
import { answerBody, readBody } from '../../practice/body';

/** Grades the front page's question; anybody may ask. */
export async function POST(request: Request): Promise<Response> {
  const locale = parseLocale(await getLocale()) ?? 'en';
  try {
    const { showingId, response } = await readBody(request, answerBody);
    return Response.json(await checkSample(showingId, response, locale));
  } catch (error) {
    return toResponse(error, locale);
  }
}
