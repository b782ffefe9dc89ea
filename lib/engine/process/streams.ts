import type { ProcessHost } from './host';
import { fit } from './fit';
import type { StreamTarget } from './process';

/** Writes a text to where a stream goes; false when no room was left for all of it. */
export function writeTo(host: ProcessHost, target: StreamTarget, text: string): boolean {
  switch (target.kind) {
    case 'stdout':
    case 'stderr':
      host.write(target.kind, text);
      return true;
    case 'main':
      host.writeMain(target.stream, text);
      return true;
    case 'null':
      return true;
    case 'outer':
      return writeTo(host.around ?? host, target.of, text);
    case 'full':
    case 'closed':
      return false;
    case 'file': {
      const entry = host.files.get(target.path);
      const before = entry?.kind === 'text' ? entry.text : '';
      const whole = { kind: 'text', text: before + text } as const;
      const fitting = fit(whole, host.room(target.path));
      host.files.write(target.path, fitting);
      return fitting === whole;
    }
  }
}

/** Why a write to a stream has failed, in the words of strerror(3). */
export function writeError({ kind }: StreamTarget): string {
  return kind === 'closed' ? 'Bad file descriptor' : 'No space left on device';
}
