import path from 'node:path';
import { Problem } from '../support/problem.mjs';
import { runProgram } from '../support/run-program.mjs';
import { fingerprint } from './fingerprint';

/** Everything that decides what a load of the course leaves in the database. */
const SOURCES = ['content', 'lib', 'prisma', 'scripts/load-content.ts', 'package-lock.json'];

/** Changes whenever the course might have to be loaded again. */
export function courseFingerprint(root: string): Promise<string> {
  return fingerprint(root, SOURCES, (file) => !file.endsWith('.made-from'));
}

/**
 * Loads content/ into the database; does nothing when it is there already. A process of its own,
 * because lib/server is importable only under Node's `react-server` condition.
 *
 * @returns what a changed engine proves otherwise than before, a line each
 * @throws Problem with file, line and what to write instead, when a template is wrong
 */
export async function loadCourse(
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const argv = [
    '--conditions=react-server',
    '--import',
    'tsx',
    path.join(root, 'scripts/load-content.ts'),
  ];
  const { code, output } = await runProgram(process.execPath, argv, {
    cwd: root,
    env,
    output: 'collect',
  });
  if (code !== 0)
    throw new Problem(
      `The course in content/ could not be loaded; nothing of it was:\n${output.trim()}`,
      'Mend what is named above and start again.',
    );
  return output.split('\n').filter((line) => /^(flipped|not asked)/.test(line));
}
