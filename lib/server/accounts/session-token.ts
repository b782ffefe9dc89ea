import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** Who is signed in, and since which version of their sessions. All that a session token says. */
export interface Session {
  readonly personId: string;
  readonly sessionVersion: number;
}

/** How long a session lasts without a visit. Each day of practice begins it anew. */
export const SESSION_SECONDS = 180 * 24 * 60 * 60;

const payloadSchema = z.object({
  personId: z.uuid(),
  sessionVersion: z.int(),
  iat: z.number(),
});

export interface OpenedSession extends Session {
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** Seals a session into next-auth's own token (encrypted with a key derived from `secret`). */
export function sealSession(session: Session, secret: string): Promise<string> {
  const { personId, sessionVersion } = session;
  return encode({
    token: { sub: personId, personId, sessionVersion },
    secret,
    maxAge: SESSION_SECONDS,
  });
}

/** Opens a token; null when it is forged, outdated, of another installation or of another shape. */
export async function openSession(sealed: string, secret: string): Promise<OpenedSession | null> {
  // jose rejects whatever it cannot decrypt: an outsider's token, which is nobody's.
  const payload: unknown = await decode({ token: sealed, secret }).catch(() => null);
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { personId, sessionVersion, iat } = parsed.data;
  return { personId, sessionVersion, issuedAt: iat };
}
