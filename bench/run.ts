import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Figure } from './engine/figure';

/*
 * npm run bench -- NAME
 *
 * Runs bench/NAME.ts and prints one JSON object a line. The code is bundled first, as it is wherever it runs for users: the loader that starts
 * scripts wraps every function to keep its name, which would be measured with it.
 */

const names = ['engine', 'sandbox', 'terminal'];
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}

const folder = join(process.cwd(), 'node_modules', '.cache', 'drydock-bench');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${name}.mjs`);
await build({
  entryPoints: [join('bench', `${name}.ts`)],
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  outfile,
});
const { measure } = (await import(pathToFileURL(outfile).href)) as {
  readonly measure: () => AsyncGenerator<Figure>;
};
for await (const figure of measure()) console.log(JSON.stringify(figure));
