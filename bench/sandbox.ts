import type { Figure } from './engine/figure';
import { onScratchDatabase } from './scratch-database';

/** What a stored sandbox costs. Each figure stands beside bare transactions that write as many rows. */
export async function* measure(): AsyncGenerator<Figure> {
  yield* onScratchDatabase(async function* () {
    const { measureSandboxes } = await import('./sandbox/figures');
    yield* measureSandboxes();
  });
}
