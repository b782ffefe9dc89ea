import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';
import { step } from './say.mjs';

const STAMP = 'node_modules/.drydock-installed';

/**
 * Installs what package-lock.json lists when node_modules is missing or was made from another one.
 * Plain Node, because nothing is installed yet. Packages' own install scripts do not run.
 *
 * @param {string} root the folder of package.json
 * @returns {Promise<void>}
 * @throws Problem when npm fails; npm's words have been shown
 */
export async function installMissing(root) {
  const stamp = path.join(root, STAMP);
  const wanted = await fingerprint(root);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  if (await installedByHand(root)) {
    await writeFile(stamp, wanted);
    return;
  }
  await step('Installing packages (about a minute the first time)', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    // Development packages too: the build needs some of them, and `npm test` needs all.
    const argv = [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const { code, output } = await runProgram(npm, argv, { cwd: root, output: 'collect' });
    if (code !== 0)
      throw new Problem(
        `Installing the packages failed:\n  ${output.trim().split('\n').slice(-12).join('\n  ')}`,
        'See that this machine reaches the npm registry and has 2 GB of free disk, then run the same command again.',
      );
    await writeFile(stamp, wanted);
  });
}

/** @param {string} root */
async function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} `);
  return hash.update(await readFile(path.join(root, 'package-lock.json'))).digest('hex');
}

/**
 * Whether somebody ran `npm ci` or `npm install` already: npm's own record lists the same packages.
 * @param {string} root
 */
async function installedByHand(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(await readFile(record, 'utf8')).packages;
  const wanted = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || optional === true || installed[name]?.version === version,
  );
}
