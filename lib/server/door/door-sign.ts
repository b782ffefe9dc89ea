import 'server-only';
import { createHash } from 'node:crypto';
import { env } from '@/lib/server/env';

/** Where an open door says whose it is; no key of a sandbox is as short. */
export const SIGN_PATH = '/drydock-door';

/** The file of the data folder in which an open door has written its port. */
export const PORT_FILE = 'engine-port';

/** What tells the door of this Drydock from that of another one on the same machine: both have the same secret, which it does not give away. */
export function doorSign(): string {
  return createHash('sha256').update(`door ${env().NEXTAUTH_SECRET}`).digest('hex');
}
