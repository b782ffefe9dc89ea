import 'server-only';
import { type Result, err } from '@/lib/kernel/result';
import { now } from '../clock';
import { db } from '../db';
import { enterWithin, type Entrance, type EntranceRefusal } from './enter-with-provider';
import { consumeToken } from './one-time-token';
import type { Session } from './session-token';

/** Signs in with the token of a link that was sent by mail, once. The address is verified by that. */
export async function signInWithLink(
  token: string,
  visit: Omit<Entrance, 'identity'>,
): Promise<Result<Session, EntranceRefusal | 'link-invalid'>> {
  return db.$transaction(
    async (tx) => {
      const email = await consumeToken(tx, 'signIn', token, new Date(now()));
      if (email === null) return err('link-invalid');
      const identity = {
        provider: 'email',
        subject: email,
        verifiedEmail: email,
        name: '',
      } as const;
      return enterWithin(tx, { ...visit, identity });
    },
    { timeout: 30_000 },
  );
}
