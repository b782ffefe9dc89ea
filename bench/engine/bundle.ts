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

/** What the engine, without the catalogue, and the manual that a world brings to it weigh in a browser; the floor is the bare reducer. */
export async function bundleSizes(): Promise<Figure[]> {
  const [engine, manual, floor] = [
    await gzipped('lib/engine/index.ts'),
    await gzipped('content/manual/index.ts'),
    await gzipped('bench/engine/floor.ts'),
  ];
  return [
    figure('engine without the catalogue and the manual, gzipped', engine, 'bytes', floor),
    figure("the docker command line's manual, gzipped", manual, 'bytes', floor),
  ];
}
