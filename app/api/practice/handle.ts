import { getLocale } from 'next-intl/server';
import { parseLocale, type Locale } from '@/lib/i18n/locales';
import { toResponse } from '@/lib/server/app-error';
import { requireApiViewer } from '@/lib/server/viewer';

/** Answers a request of the practice screen: who asks, in which language, the use case's result as JSON. */
export async function handle(
  act: (viewerId: string, locale: Locale) => Promise<unknown>,
): Promise<Response> {
  const locale = parseLocale(await getLocale()) ?? 'en';
  try {
    const viewer = await requireApiViewer();
    const result = await act(viewer.id, locale);
    return Response.json(result, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return toResponse(error, locale);
  }
}
