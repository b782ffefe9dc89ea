import { networkId } from '../network/bridge';
import type { Volume } from '../state';
import { formatTime } from '../time';

/** A volume's labels; Docker marks its anonymous ones. */
export function labelsOf(volume: Volume): Readonly<Record<string, string>> {
  return volume.anonymous ? { 'com.docker.volume.anonymous': '' } : volume.labels;
}

/** One volume as the API shows it. */
export function volumeJson(volume: Volume): Readonly<Record<string, unknown>> {
  const labels = labelsOf(volume);
  return {
    CreatedAt: formatTime(volume.created).replace(/\.\d+Z$/, 'Z'),
    Driver: 'local',
    Labels: Object.keys(labels).length > 0 ? labels : null,
    Mountpoint: `/var/lib/docker/volumes/${volume.name}/_data`,
    Name: volume.name,
    Options: null,
    Scope: 'local',
  };
}

/** The three networks that every host has. */
export const NETWORKS = ['bridge', 'host', 'none'].map((name) => ({
  Name: name,
  Id: networkId(name),
  Driver: name === 'none' ? 'null' : name,
  Scope: 'local',
  IPAM: {
    Driver: 'default',
    Config: name === 'bridge' ? [{ Subnet: '172.17.0.0/16', Gateway: '172.17.0.1' }] : [],
  },
}));
