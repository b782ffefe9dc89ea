import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './support/install.mjs';
import { runCommand } from './support/problem.mjs';
import { runProgram } from './support/run-program.mjs';

/**
 * `npm test [file or name …]`: installs what is missing and runs every test there is. The last line is
 * `N passed, N failed`, alone; the exit code is 0 only when nothing failed and something passed.
 */
await runCommand(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await installMissing(root);
  const folder = await mkdtemp(path.join(tmpdir(), 'drydock-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const argv = [
      vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const { code } = await runProgram(process.execPath, [...argv, ...process.argv.slice(2)], {
      cwd: root,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    });
    const { passed, failed } = await countTests(report);
    // What fails outside a test (a setup, an unhandled rejection) has no test to be counted in.
    const failures = code === 0 ? failed : Math.max(failed, 1);
    process.stdout.write(`\n${passed} passed, ${failures} failed\n`);
    return failures === 0 && passed > 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** @param {string} report */
async function countTests(report) {
  const text = await readFile(report, 'utf8').catch(() => '{}'); // a run that broke off wrote none
  const { testResults = [] } = JSON.parse(text);
  let passed = 0;
  let failed = 0;
  for (const { assertionResults, status } of testResults) {
    const failedHere = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    // A file that does not load has no tests, and is one failure.
    failed += status === 'failed' ? Math.max(failedHere, 1) : 0;
  }
  return { passed, failed };
}
