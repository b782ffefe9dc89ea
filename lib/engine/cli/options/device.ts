import { CommandError } from '../client';

/** A device of the host in a container, as the API takes it. */
export interface DeviceMapping {
  readonly PathOnHost: string;
  readonly PathInContainer: string;
  readonly CgroupPermissions: string;
}

/** Each of the letters r, w, m at most once, and one at least. */
const isMode = (text: string): boolean => /^(?!.*(.).*\1)[rwm]+$/.test(text);

/** Reads `/dev/sda:/dev/xvda:r` (docker/cli opts.go validateLinuxPath, parseLinuxDevice). Throws a CommandError. */
export function parseDevice(text: string): DeviceMapping {
  const parts = text.split(':');
  const [host = '', second, third] = parts;
  if (parts.length > 3 || host === '') throw new CommandError(`bad format for path: ${text}`);
  const shorthand = parts.length === 2 && second !== undefined && isMode(second);
  if (third !== undefined && !isMode(third)) throw new CommandError(`bad mode specified: ${third}`);
  const inside = second === undefined || shorthand ? host : second;
  if (!inside.startsWith('/')) throw new CommandError(`${inside} is not an absolute path`);
  return {
    PathOnHost: host,
    PathInContainer: inside,
    CgroupPermissions: third ?? (shorthand ? second : 'rwm'),
  };
}
