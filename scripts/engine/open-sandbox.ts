import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, worldOf } from '@/lib/engine';
import { jumpingClock, wallClock } from '@/lib/server/door/door-clock';
import { MemoryHost } from '@/lib/server/door/memory-host';
import { createDoor } from '@/lib/server/door/server';
import { makeSandbox } from '../shell/make-sandbox';
import { serveDoor } from './serve-door';

/** What the one sandbox is opened with. */
export interface OpenOptions {
  readonly port: number;
  readonly images: readonly string[];
  readonly seed: string;
  readonly jumps: boolean;
}

/**
 * Serves one sandbox of the catalogue at the root path, without a key, to this machine alone, until asked to stop.
 * @throws Problem for an image that the catalogue does not hold, and when the port is taken
 */
export async function openSandbox({ port, images, seed, jumps }: OpenOptions): Promise<number> {
  const world = worldOf(buildCatalogue(catalogueData), buildManual(manualData));
  const clock = jumps ? jumpingClock(Date.now()) : wallClock;
  const host = new MemoryHost({ world, clock, sandbox: fresh() });
  const report = (id: string, failure: unknown): void => console.error(id, failure);
  return serveDoor(createDoor({ host, report }), port, '');

  function fresh() {
    return makeSandbox({ world, seed, now: clock.now(), images, terminal: false });
  }
}
