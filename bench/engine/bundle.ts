import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { figure, type Figure } from './figure';

async function gzipped(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** What the engine weighs in a browser, without the catalogue; the floor is the bare reducer. */
export async function bundleSize(): Promise<Figure> {
  const [engine, floor] = [
    await gzipped('lib/engine/index.ts'),
    await gzipped('bench/engine/floor.ts'),
  ];
  return figure('engine without the catalogue, gzipped', engine, 'bytes', floor);
}
