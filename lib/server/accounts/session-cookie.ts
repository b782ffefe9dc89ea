import 'server-only';
import { cookies } from 'next/headers';
import { env } from '../env';
import { publicUrl } from '../public-url';
import {
  type OpenedSession,
  openSession,
  sealSession,
  type Session,
  SESSION_SECONDS,
} from './session-token';

/** Whether cookies are sent over TLS only: as the public address says (next-auth decides the same way). */
export const secureCookies = (): boolean => publicUrl('/').startsWith('https://');

/** next-auth's own name, so that its routes and ours see one session. */
const cookieName = (): string => `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`;

/** The session of this request, as its cookie tells; not yet checked against the database. */
export async function readSession(): Promise<OpenedSession | null> {
  const sealed = (await cookies()).get(cookieName())?.value;
  return sealed === undefined ? null : openSession(sealed, env().NEXTAUTH_SECRET);
}

/** Signs this browser in. For server actions and route handlers, which may set cookies. */
export async function startSession(session: Session): Promise<void> {
  (await cookies()).set(cookieName(), await sealSession(session, env().NEXTAUTH_SECRET), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secureCookies(),
    maxAge: SESSION_SECONDS,
  });
}

/** Signs this browser out. For server actions and route handlers. */
export async function endSession(): Promise<void> {
  (await cookies()).set(cookieName(), '', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secureCookies(),
    maxAge: 0,
  });
}
