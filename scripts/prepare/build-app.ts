import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem, asProblem } from '../support/problem.mjs';
import { runProgram } from '../support/run-program.mjs';
import { step } from '../support/say.mjs';
import { fingerprint } from './fingerprint';

/** Everything that ends up in the build. Course texts do not: they are loaded into the database. */
const SOURCES = [
  'app',
  'components',
  'content',
  'lib',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Where the build of this process lies. */
export function buildFolder(root: string): string {
  return path.join(root, process.env['NEXT_DIST_DIR'] || '.next');
}

/**
 * Builds the app for production when the build is missing or older than its sources.
 *
 * @throws Problem with Next's words when the build fails
 */
export async function buildApp(root: string): Promise<void> {
  const folder = buildFolder(root);
  const stamp = path.join(folder, 'drydock-build');
  const wanted = await fingerprint(
    root,
    SOURCES,
    (file) => !/\.(ya?ml|md)$|\/\.made-from$/.test(file),
  );
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await step('Building the app (a minute or two the first time)', async () => {
    await rm(stamp, { force: true });
    const tsconfig = path.join(root, 'tsconfig.json');
    const before = await readFile(tsconfig, 'utf8');
    const next = path.join(root, 'node_modules/next/dist/bin/next');
    const { code, output } = await runProgram(process.execPath, [next, 'build'], {
      cwd: root,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      output: 'collect',
    });
    // With another NEXT_DIST_DIR Next adds its folder to tsconfig.json; that is not a change of ours.
    if ((await readFile(tsconfig, 'utf8')) !== before) await writeFile(tsconfig, before);
    if (code !== 0)
      throw (
        asProblem(new Error(output)) ??
        new Problem(
          `The app could not be built:\n${output.trim()}`,
          'If you changed the sources, mend what is named above; else remove node_modules and .next and run the same command again.',
        )
      );
    await writeFile(stamp, wanted);
  });
}
