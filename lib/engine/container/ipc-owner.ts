import { isContainerMode } from '../network/network';
import type { Container, Sandbox } from '../state';

/** The container whose shared memory (`/dev/shm`) a container has: its own, or that of `--ipc container:NAME`. */
export function ipcOwner(state: Sandbox, container: Container): Container {
  const mode = container.hostConfig['IpcMode'];
  if (typeof mode !== 'string' || !isContainerMode(mode)) return container;
  return state.containers.get(mode.slice('container:'.length)) ?? container;
}

/** The bytes of a container's shared memory. */
export function sharedMemory(state: Sandbox, container: Container): number {
  const { ShmSize: asked } = ipcOwner(state, container).hostConfig;
  return typeof asked === 'number' && asked > 0 ? asked : DEFAULT_SIZE;
}

const DEFAULT_SIZE = 2 ** 26;
