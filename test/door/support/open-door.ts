import type { AddressInfo } from 'node:net';
import { manualData } from '@/content/manual';
import { buildManual, createSandbox, worldOf, type Catalogue } from '@/lib/engine';
import { jumpingClock, type JumpingClock } from '@/lib/server/door/door-clock';
import { MemoryHost, type MemoryHandle } from '@/lib/server/door/memory-host';
import { createDoor, type Patience } from '@/lib/server/door/server';

/** A door on a port of its own, with one sandbox in memory and a clock that jumps. */
export interface OpenDoor {
  readonly port: number;
  readonly handle: MemoryHandle;
  readonly clock: JumpingClock;
  close(): Promise<void>;
}

const manual = buildManual(manualData);

/** What the sandbox behind a door begins with. */
export interface DoorSandbox {
  readonly catalogue: Catalogue;
  readonly seed: string;
  readonly start: number;
  readonly images: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Opens a door on loopback. A failure of the door itself fails the test that has opened it. */
export async function openDoor(sandbox: DoorSandbox, patience?: Patience): Promise<OpenDoor> {
  const { catalogue, seed, start, images, files = {} } = sandbox;
  const world = worldOf(catalogue, manual);
  const clock = jumpingClock(start);
  const host = new MemoryHost({
    world,
    clock,
    sandbox: createSandbox({ world, seed, now: start, images, files, terminal: false }),
  });
  const failures: unknown[] = [];
  const { server, close } = createDoor({
    host,
    report: (_id, failure) => failures.push(failure),
    ...(patience ? { patience } : {}),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    handle: host.handle,
    clock,
    close: async () => {
      await close();
      if (failures.length > 0) throw new AggregateError(failures, 'the door has failed');
    },
  };
}
