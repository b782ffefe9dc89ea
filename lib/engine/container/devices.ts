import type { HostConfig } from '../docker-json';
import { refuse } from '../errors';

/** The devices that the simulated host has. */
const HOST_DEVICES: ReadonlySet<string> = new Set(
  'null zero full random urandom tty console ptmx kmsg mem fuse net/tun loop-control loop0 rtc0 vda vda1'
    .split(' ')
    .map((name) => `/dev/${name}`),
);

/** Refuses a start with a device that the host lacks (moby daemon/oci_linux.go WithDevices, devices.go handleDevice). It has no GPU. */
export function checkDevices(hostConfig: HostConfig): void {
  for (const device of list(hostConfig['Devices'])) {
    const path = member(device, 'PathOnHost');
    if (!HOST_DEVICES.has(path) && path !== '/dev')
      refuse(
        'internal',
        `error gathering device information while adding custom device ${JSON.stringify(path)}: no such file or directory`,
      );
  }
  for (const request of list(hostConfig['DeviceRequests'])) {
    const sets = list(capabilitiesOf(request)).map((set) => `[${list(set).map(String).join(' ')}]`);
    refuse(
      'internal',
      `could not select device driver ${JSON.stringify(member(request, 'Driver'))} with capabilities: [${sets.join(' ')}]`,
    );
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text out of what a client sent; `''` when it is something else. */
function member(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : '';
  return typeof text === 'string' ? text : '';
}

function capabilitiesOf(request: unknown): unknown {
  return typeof request === 'object' && request !== null
    ? Reflect.get(request, 'Capabilities')
    : null;
}
