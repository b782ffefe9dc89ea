import type { ProcessHost } from './host';
import type { StreamTarget } from './process';

/** Writes a text to where a stream goes. */
export function writeTo(host: ProcessHost, target: StreamTarget, text: string): void {
  switch (target.kind) {
    case 'stdout':
    case 'stderr':
      return host.write(target.kind, text);
    case 'main':
      return host.writeMain(target.stream, text);
    case 'null':
      return;
    case 'file': {
      const entry = host.files.get(target.path);
      const before = entry?.kind === 'text' ? entry.text : '';
      host.files.write(target.path, { kind: 'text', text: before + text });
    }
  }
}
