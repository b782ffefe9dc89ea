import 'server-only';
import { findByKey } from '@/lib/server/sandbox/engine-keys';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { doorSign } from './door-sign';
import type { Opened, SandboxHost } from './sandbox-host';
import { StoredHandle } from './stored-handle';

/** How many sandboxes a door remembers that nobody uses at the moment. */
const MOST_REMEMBERED = 500;

/** The sandboxes of the database, each at its keys. */
export class StoredHost implements SandboxHost {
  readonly keyed = true;
  readonly sign = doorSign();
  private readonly handles = new Map<string, StoredHandle>();

  async open(key: string): Promise<Opened> {
    const found = await findByKey(key);
    if (found.kind === 'refused') return found;
    const { sandboxId, learnerId } = found;
    const known = this.handles.get(sandboxId);
    this.handles.delete(sandboxId);
    const handle = known ?? (await StoredHandle.open(sandboxId, learnerId, await sandboxWorld()));
    if (handle === null) return { kind: 'refused', reason: 'expired' };
    this.handles.set(sandboxId, handle);
    this.forgetOldest();
    return { kind: 'open', handle };
  }

  private forgetOldest(): void {
    if (this.handles.size <= MOST_REMEMBERED) return;
    for (const [id, handle] of this.handles)
      if (!handle.isWatched) {
        this.handles.delete(id);
        return;
      }
  }
}
