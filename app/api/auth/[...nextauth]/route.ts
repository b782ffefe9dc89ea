import NextAuth from 'next-auth';
import { getLocale } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { defaultTimeZone } from '@/lib/server/accounts/default-time-zone';
import { requestAddress } from '@/lib/server/accounts/request-address';
import { authOptions } from '@/lib/server/auth';
import { getViewer } from '@/lib/server/viewer';

/** next-auth's own routes: the way back from GitHub and Google, and signing in by a program. */
async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const locale = await getLocale();
  const visit = {
    current: await getViewer(),
    address: requestAddress(request.headers),
    locale,
    timeZone: defaultTimeZone(locale),
  };
  const response: unknown = await NextAuth(request, context, authOptions(visit));
  return response as Response;
}

export { handle as GET, handle as POST };
