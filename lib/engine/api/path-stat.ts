import { refuse } from '../errors';
import type { PathStat } from '../container/archive';
import { formatTime } from '../time';

/** The header in which the engine tells what lies at a path: base64 of JSON (moby api/server/httputils), made when somebody reads it. */
export function pathStatHeader(stat: PathStat): Readonly<Record<string, string>> {
  return {
    get 'X-Docker-Container-Path-Stat'() {
      return encoded(stat);
    },
  };
}

function encoded(stat: PathStat): string {
  const json = JSON.stringify({ ...stat, mtime: formatTime(stat.mtime) });
  const bytes = [...new TextEncoder().encode(json)].map((byte) => String.fromCharCode(byte));
  return btoa(bytes.join(''));
}

/** Where to read or write an archive (moby api/server/httputils ArchiveFormValues). */
export function archivePath({ path = '' }: Readonly<Record<string, string>>): string {
  return path === '' ? refuse('invalid-parameter', 'bad parameter: pathcannot be empty') : path;
}
