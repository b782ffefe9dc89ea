import type { HostConfig } from '../docker-json';
import { refuse } from '../errors';
import { emitContainer, putContainer, type Turn } from '../turn';
import { verifyRestartPolicy, verifySettings } from './config';
import { getContainer } from './find';

/** Changes the limits and the restart policy of a container that exists. */
export function updateContainer(turn: Turn, word: string, change: HostConfig): void {
  const container = getContainer(turn.state, word);
  const hostConfig: HostConfig = { ...container.hostConfig, ...change };
  verifyRestartPolicy({ ...hostConfig, AutoRemove: false });
  if (change.RestartPolicy && container.hostConfig.AutoRemove)
    refuse(
      'invalid-parameter',
      `Cannot update container ${container.id}: Restart policy cannot be updated because AutoRemove is enabled for the container`,
    );
  verifySettings(container.config, hostConfig);
  putContainer(turn, { ...container, hostConfig });
  emitContainer(turn, 'update', container);
}
