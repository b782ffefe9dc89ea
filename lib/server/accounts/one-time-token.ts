import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Prisma, TokenPurpose } from '../generated/client';

/** A reset link works for an hour, a sign-in link for a quarter of one. */
const LIFETIME_MS: Readonly<Record<TokenPurpose, number>> = {
  reset: 60 * 60 * 1000,
  signIn: 15 * 60 * 1000,
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a one-time token for an address and forgets the ones made before it. Only its hash is stored. */
export async function issueToken(
  tx: Prisma.TransactionClient,
  purpose: TokenPurpose,
  email: string,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[purpose]);
  await tx.verificationToken.deleteMany({ where: { purpose, email } });
  await tx.verificationToken.create({
    data: { hash: hashOf(token), purpose, email, expiresAt, createdAt: now },
  });
  return token;
}

/** The address a token was made for; null when it is unknown, used, outdated or for something else. */
export async function findToken(
  tx: Prisma.TransactionClient,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<string | null> {
  const row = await tx.verificationToken.findUnique({ where: { hash: hashOf(token) } });
  return row !== null && row.purpose === purpose && row.expiresAt > now ? row.email : null;
}

/** As `findToken`, and the token is used up. Of two at once, one gets the address. */
export async function consumeToken(
  tx: Prisma.TransactionClient,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<string | null> {
  const email = await findToken(tx, purpose, token, now);
  if (email === null) return null;
  const { count } = await tx.verificationToken.deleteMany({ where: { hash: hashOf(token) } });
  return count === 1 ? email : null;
}
