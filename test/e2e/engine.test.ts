import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import * as engine from '@/lib/engine';
import { useBrowser } from '../support/browser';

const browser = useBrowser();

const lines = [
  'docker run -d --name web -p 8080:80 nginx',
  "docker run --name job busybox sh -c 'for i in 1 2 3; do echo $i; sleep 1; done; exit 3'",
  'docker exec web sh -c "echo hi > /new; cat /new"',
  'docker commit web me/app:1',
  'docker ps -a --format "{{.Names}} {{.Status}} {{.Ports}}"',
  'docker inspect -f "{{json .State}}" job',
  'docker stop web && docker rm web job',
  'docker images',
  'docker start nosuch',
];

/** Plays the lines in the given engine: what each printed, and the state at the end. */
function play(
  { buildCatalogue, buildManual, createSandbox, runLine, serialise, worldOf }: typeof engine,
  data: typeof catalogueData,
  pages: typeof manualData,
  typed: readonly string[],
): string {
  const world = worldOf(buildCatalogue(data), buildManual(pages));
  const options = { world, seed: 'browser', now: Date.UTC(2026, 0, 15, 9) };
  let sandbox = createSandbox({ ...options, images: ['nginx', 'busybox'] });
  const told = typed.map((line) => {
    const run = runLine(sandbox, line, world);
    sandbox = run.sandbox;
    return `${run.exitCode} ${run.stdout}${run.stderr}`;
  });
  return [...told, serialise(sandbox)].join('\n');
}

test('the engine runs unchanged in a browser and gives the same bytes there', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as engine from './lib/engine';
        import { catalogueData } from './content/catalogue';
        import { manualData } from './content/manual';
        globalThis.drydock = { engine, catalogueData, manualData };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const inBrowser = await page.evaluate(
    `(${play.toString()})(drydock.engine, drydock.catalogueData, drydock.manualData, ${JSON.stringify(lines)})`,
  );
  expect(inBrowser).toBe(play(engine, catalogueData, manualData, lines));
  expect(inBrowser).toContain('No such container: nosuch');
});
