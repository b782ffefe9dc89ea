import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

/** A tree in which each file breaks one rule, or breaks none. */
const WRONG: Readonly<Record<string, readonly [rule: string, source: string]>> = {
  'lib/kernel/reads-engine.ts': ['kernel-imports-nothing', `import '../engine/index';`],
  'lib/engine/validates.ts': ['engine', `import 'zod';`],
  'lib/engine/reads-quiz.ts': ['engine', `import '../quiz/types';`],
  'lib/stage/reads-quiz.ts': ['stage', `import '../quiz/types';`],
  'lib/quiz/skips-the-door.ts': ['quiz', `import '../engine/inside';`],
  'lib/scheduling/reads-quiz.ts': ['scheduling', `import '../quiz/types';`],
  'lib/reports/reads-scheduling.ts': ['reports', `import '../scheduling/card';`],
  'lib/i18n/reads-quiz.ts': ['i18n', `import '../quiz/types';`],
  'lib/interchange/reads-server.ts': ['interchange', `import '../server/use-case';`],
  'content/reads-server.ts': ['content', `import '../lib/server/use-case';`],
  'lib/server/draws.ts': ['server-imports-no-screens', `import '../../components/button';`],
  'lib/server/skips-the-door.ts': [
    'server-enters-engine-by-its-door',
    `import '../engine/inside';`,
  ],
  'components/asks-the-server.ts': [
    'components-import-pure-modules',
    `import '../lib/server/use-case';`,
  ],
  'app/asks-the-database.ts': ['only-server-speaks-to-the-database', `import '@prisma/client';`],
  'components/schedules.ts': ['only-scheduling-imports-ts-fsrs', `import 'ts-fsrs';`],
  'components/opens-a-page.ts': ['nothing-imports-app', `import '../app/page';`],
  'lib/server/leans-on-a-test.ts': ['nothing-imports-test', `import '../../test/helper';`],
  'lib/server/runs-a-script.ts': ['nothing-imports-scripts', `import '../../scripts/command';`],
  'lib/kernel/egg.ts': ['no-cycles', `import './hen';`],
  'app/misspelt.ts': ['no-unresolved', `import '../lib/kernel/resullt';`],
};
const RIGHT: Readonly<Record<string, string>> = {
  'lib/kernel/result.ts': 'export {};',
  'lib/kernel/hen.ts': `import './egg';`,
  'lib/engine/index.ts': `import '../kernel/result'; import '@noble/hashes/sha2.js'; import './inside';`,
  'lib/engine/inside.ts': 'export {};',
  'lib/quiz/types.ts': `import '../engine/index'; import 'zod'; import 'yaml';`,
  'lib/scheduling/card.ts': `import 'ts-fsrs'; import '../kernel/result';`,
  'lib/reports/figure.ts': `import '../kernel/result';`,
  'lib/server/use-case.ts': `import '../quiz/types'; import '../engine/index'; import '@prisma/client';`,
  'components/button.ts': `import '../lib/quiz/types'; import '../lib/kernel/result';`,
  'app/page.ts': `import '../components/button'; import '../lib/server/use-case';`,
  'test/helper.ts': `import '../app/page';`,
  'scripts/command.ts': `import '../lib/server/use-case';`,
};

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

describe('import rules', () => {
  let folder = '';
  const found = new Map<string, Set<string>>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'drydock-rules-'));
    const wrong = Object.entries(WRONG).map(([file, [, source]]) => [file, source] as const);
    for (const [file, source] of [...wrong, ...Object.entries(RIGHT)]) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), source);
    }
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    await copyFile(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    const cruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = path.join(root, '.dependency-cruiser.cjs');
    const rooms = ['app', 'components', 'content', 'lib', 'scripts', 'test'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cruise, '--config', config, '--output-type', 'json', ...rooms],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    );
    for (const { from, rule } of Report.parse(JSON.parse(stdout)).summary.violations) {
      const rules = found.get(from) ?? new Set();
      found.set(from, rules.add(rule.name));
    }
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(Object.entries(WRONG).map(([file, [rule]]) => [rule, file]))(
    '%s fires on %s',
    (rule, file) => {
      expect([...(found.get(file) ?? [])]).toContain(rule);
    },
  );

  // A cycle is reported once, from the first of its files.
  test.each(Object.keys(RIGHT))('nothing fires on %s', (file) => {
    expect([...(found.get(file) ?? [])]).toEqual([]);
  });
});
