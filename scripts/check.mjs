import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './support/install.mjs';
import { runCommand } from './support/problem.mjs';
import { runProgram } from './support/run-program.mjs';

const ROOMS = ['app', 'components', 'content', 'lib', 'prisma', 'scripts', 'test', 'bench'];

/** In this order: types and lint need the generated client and the build's route types. */
const CHECKS = [
  ['database client', 'tsx', 'scripts/prepare.ts', 'client'],
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['build', 'tsx', 'scripts/prepare.ts', 'build'],
  ['types', 'tsc', '--noEmit', '--project', '.'],
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS],
  ['unused code', 'knip', '--no-progress'],
];

/**
 * `npm run check`: everything that must be true of a commit. All checks run even when one fails, so
 * that one run shows all there is to mend. The last line is the tests' `N passed, N failed`; another
 * check that fails counts as one failure more.
 */
await runCommand(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await installMissing(root);
  const failed = [];
  for (const [name = '', tool = '', ...argv] of CHECKS) {
    process.stdout.write(`\n── ${name}\n`);
    const program = path.join(root, 'node_modules', '.bin', tool);
    const env = { NEXT_TELEMETRY_DISABLED: '1' };
    const { code } = await runProgram(program, argv, { cwd: root, env });
    if (code !== 0) failed.push(name);
    process.stdout.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}\n`);
  }

  process.stdout.write('\n── tests\n');
  const tests = await runProgram('npm', ['test', '--silent'], { cwd: root, output: 'both' });
  const [, passed = '0', testsFailed = '1'] =
    /(\d+) passed, (\d+) failed\s*$/.exec(tests.output) ?? [];
  if (failed.length > 0) process.stdout.write(`\nNot right yet: ${failed.join(', ')}\n`);
  process.stdout.write(`\n${passed} passed, ${Number(testsFailed) + failed.length} failed\n`);
  return tests.code === 0 && failed.length === 0 ? 0 : 1;
});
