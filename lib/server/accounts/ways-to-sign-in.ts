import 'server-only';
import { db } from '../db';
import type { Provider } from '../generated/client';

/** The ways in which somebody can sign in; empty for a guest. */
export async function waysToSignIn(personId: string): Promise<ReadonlySet<Provider>> {
  const accounts = await db.account.findMany({ where: { personId }, select: { provider: true } });
  return new Set(accounts.map(({ provider }) => provider));
}
