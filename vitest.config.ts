import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const database = ['test/server/**/*.test.{ts,tsx}', 'test/scripts/{audit,db,demo}/**/*.test.ts'];
const browser = ['test/e2e/**/*.test.ts'];
const everyTest = ['test/support/fail-on-console-error.ts', 'test/support/seeded-properties.ts'];

export default defineConfig({
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}test/support/server-only.ts` },
  },
  test: {
    restoreMocks: true,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...database, ...browser],
          setupFiles: everyTest,
          testTimeout: 60_000,
          // The modules that most files load are read once a worker: half of the time. No unit test replaces a module.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          globalSetup: 'test/support/database-server.ts',
          setupFiles: [...everyTest, 'test/support/database-of-this-file.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: [
            'test/support/database-server.ts',
            'test/support/built-app.ts',
            'test/support/course-template.ts',
          ],
          setupFiles: everyTest,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
          maxConcurrency: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
