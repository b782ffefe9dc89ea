import { join } from 'node:path';
import { worldOf } from '@/lib/engine';
import { readContent } from '@/lib/server/content/read-content';
import { bundleSizes } from './engine/bundle';
import type { Figure } from './engine/figure';
import { commandLines, operations } from './engine/lifecycle';
import { proof, stateSize } from './engine/proof';

const FIVE_COMMANDS = 'removed-and-made-again';

/** How fast and how big the engine is: medians of warm rounds on one core, each beside a floor measured in turn with it. */
export async function* measure(): AsyncGenerator<Figure> {
  const content = readContent(join(process.cwd(), 'content'));
  if (!content.ok) throw new Error('content/ cannot be read: npm run prove says why');
  const { catalogue, manual, readings, templates } = content.value;
  const world = worldOf(catalogue, manual);
  const context = { catalogue, manual, readings };
  yield operations(10, world);
  yield operations(1000, world);
  yield operations(10, world, 'sleep');
  yield commandLines(world);
  const template = templates.find(({ id }) => id === FIVE_COMMANDS);
  if (!template) throw new Error(`there is no template ${FIVE_COMMANDS}`);
  yield proof(template, context);
  yield stateSize(templates, context);
  yield* await bundleSizes();
}
