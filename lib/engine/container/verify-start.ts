import { refuse } from '../errors';
import { entryAt } from '../files/tree';
import { isContainerMode } from '../network/network';
import { hostTree } from '../shell/host-tree';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { checkDevices } from './devices';
import { findContainer } from './find';
import { imageEntry, imageMountOf } from './image-mount';
import { loggerError } from './logger-error';
import { realMount } from './real-mount';
import { cgroupError, memoryError } from './resources';
import { subpathTarget } from './subpath-target';
import { tmpfsProblem } from './tmpfs';
import { subpathOf } from './volume-subpath';

const RUNC =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: ';
const INIT = `${RUNC}unable to start container process: error during container init: `;

/** The longest name of a machine (linux/utsname.h). */
const LONGEST_NAME = 64;

/** The folders of /proc/sys/net. */
const NET_FOLDERS = ['bridge', 'core', 'ipv4', 'ipv6', 'mptcp', 'netfilter', 'unix'];

/** Refuses a start that the machine, another container or the runtime does not allow (moby daemon/start.go, daemon/oci_linux.go, runc). */
export function verifyStart(turn: Turn, container: Container): void {
  const { hostConfig, config } = container;
  checkDevices(hostConfig);
  if (hostConfig.Memory) {
    const wrong = memoryError(hostConfig, false);
    if (wrong !== null) refuse('invalid-parameter', wrong);
  }
  joined(turn, hostConfig['PidMode'], 'PID');
  joined(turn, hostConfig['IpcMode'], 'IPC');
  if (container.mounts.length > 0) checkMounts(turn, container);
  if (config.Hostname !== undefined && config.Hostname.length > LONGEST_NAME)
    refuse('invalid-parameter', `${INIT}sethostname: invalid argument: unknown`);
  const unwritten = cgroupError(container, hostConfig);
  if (unwritten !== null)
    refuse(
      'invalid-parameter',
      `${INIT}error setting cgroup config for procHooks process: ${unwritten}: unknown`,
    );
  if (hostConfig['Sysctls']) checkSysctls(hostConfig['Sysctls'], hostConfig.NetworkMode === 'host');
  const unlogged = hostConfig['LogConfig'] ? loggerError(hostConfig['LogConfig']) : null;
  if (unlogged !== null)
    refuse(
      'invalid-parameter',
      `failed to create task for container: failed to initialize logging driver: ${unlogged}`,
    );
}

/** `--pid container:NAME` and `--ipc container:NAME`: it has to run, and its IPC to be `shareable`. */
function joined(turn: Turn, mode: unknown, space: 'PID' | 'IPC'): void {
  if (typeof mode !== 'string' || !isContainerMode(mode)) return;
  const name = mode.slice('container:'.length);
  const other = findContainer(turn.state, name);
  if (!other)
    return refuse(
      'invalid-parameter',
      `failed to join ${space} namespace: No such container: ${name}`,
    );
  const failed = `failed to join ${space} namespace: container ${other.id}`;
  if (other.state.kind === 'restarting')
    refuse('conflict', `${failed} is restarting, wait until the container is running`);
  if (other.state.kind !== 'running' && other.state.kind !== 'paused')
    refuse('conflict', `${failed} is not running`);
  if (space === 'IPC' && !/^(?:shareable|container:.*)$/.test(String(other.hostConfig['IpcMode'])))
    refuse(
      'invalid-parameter',
      `${failed}: non-shareable IPC (hint: use IpcMode:shareable for the donor container)`,
    );
}

function checkMounts(turn: Turn, container: Container): void {
  for (const mount of container.mounts) {
    const real = realMount(turn.state.volumes, container, mount);
    const problem = real.kind === 'tmpfs' ? tmpfsProblem(real) : null;
    if (problem !== null) refuse('internal', problem);
    const shown = imageMountOf(container, mount);
    if (shown !== null && imageEntry(turn, shown) === null) {
      const at = shown.folder + shown.inner;
      refuse('internal', `cannot access path ${at}: lstat ${at}: no such file or directory`);
    }
    if (mount.kind !== 'volume') continue;
    const data = `/var/lib/docker/volumes/${mount.name}/_data`;
    const volume = turn.state.volumes.get(mount.name);
    const device = volume?.options?.['device'] ?? '';
    if (real.kind === 'bind' && entryAt(hostTree(turn), device)?.kind !== 'directory')
      refuse(
        'internal',
        `error while mounting volume '${data}': failed to mount local volume: mount ${device}:${data}, flags: 0x1000: no such file or directory`,
      );
    const subpath = subpathOf(container, mount);
    if (subpath === '') continue;
    const target =
      real.kind === 'bind' ? null : subpathTarget(turn, mount.name, volume?.files ?? {}, subpath);
    if (target?.kind === 'refused') refuse('internal', target.reason);
    if (real.kind === 'bind' && entryAt(hostTree(turn), real.source) === null)
      refuse(
        'internal',
        `cannot access path ${data}/${subpath}: lstat ${data}/${subpath}: no such file or directory`,
      );
  }
}

function checkSysctls(sysctls: unknown, onHostNetwork: boolean): void {
  for (const name of Object.keys(sysctls as object)) {
    if (!name.startsWith('net.')) continue;
    if (onHostNetwork)
      refuse(
        'invalid-parameter',
        `${RUNC}sysctl ${JSON.stringify(name)} not allowed in host network namespace: unknown`,
      );
    const [, folder = '', ...rest] = name.split('.');
    if (rest.length === 0 || !NET_FOLDERS.includes(folder))
      refuse(
        'invalid-parameter',
        `${INIT}open /proc/sys/${name.replaceAll('.', '/')}: no such file or directory: unknown`,
      );
  }
}
