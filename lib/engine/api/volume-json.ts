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
    Options: volume.options ?? null,
    Scope: 'local',
  };
}
