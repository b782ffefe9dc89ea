import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import {
  buildCatalogue,
  buildManual,
  createSandbox,
  worldOf,
  type Sandbox,
  type World,
} from '@/lib/engine';

/** The course's world as it is. */
export const courseWorld: World = worldOf(buildCatalogue(catalogueData), buildManual(manualData));

/** A host at a terminal with the images that the walk-throughs use. */
export function freshSandbox(): Sandbox {
  return createSandbox({
    world: courseWorld,
    seed: 'session',
    now: Date.UTC(2026, 10, 21, 22, 5),
    images: ['ubuntu', 'busybox', 'nginx'],
    terminal: true,
  });
}
