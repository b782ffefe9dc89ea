import { connectionError } from '../../registry/connect';
import { CommandError } from '../client';

const NOTARY = 'notary.docker.io';

/** What needs signatures fails: the server that keeps them is not to be found from here (docker/cli cli/trust NotaryError). */
export function refuseNotary(): never {
  const reason = connectionError(NOTARY, 'https', undefined) ?? '';
  throw new CommandError(`Error: error contacting notary server: ${reason}`);
}
