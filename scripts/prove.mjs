import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { bundle } from './support/bundle.mjs';

const source = fileURLToPath(new URL('./prove/prove.ts', import.meta.url));
const prove = compileFunction(await bundle(source), ['require'], {
  filename: `${source} (bundled)`,
});
prove(createRequire(source));
