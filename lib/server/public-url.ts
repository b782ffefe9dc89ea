import 'server-only';
import { env } from './env';

/**
 * The address of a path as the world sees it: NEXTAUTH_URL, else this machine. Never taken from a request: a forged
 * Host header would send reset links to somebody else's site.
 */
export function publicUrl(path: `/${string}`): string {
  const { NEXTAUTH_URL, PORT } = env();
  return `${NEXTAUTH_URL ?? `http://localhost:${String(PORT)}`}${path}`;
}
