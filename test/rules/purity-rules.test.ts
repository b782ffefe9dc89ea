import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const PURE = ['kernel', 'engine', 'stage', 'quiz', 'scheduling', 'reports', 'i18n', 'interchange'];

const IMPURE = [
  'export const time = Date.now();',
  'export const chance = Math.random();',
  'export const today = new Date();',
  'export const words = Date();',
  `export const home = process.env['HOME'];`,
  `export const page = fetch('https://example.org');`,
  'export const elapsed = performance.now();',
  'export const id = crypto.randomUUID();',
];
const PURE_SOURCE = 'export const day = new Date(0).toISOString();';

describe('purity rules', () => {
  // These rules need no types, and reading the project's takes long.
  const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

  const complaints = async (source: string, filePath: string) => {
    const [result] = await eslint.lintText(source, { filePath });
    return (result?.messages ?? []).filter(
      ({ ruleId }) => ruleId?.startsWith('no-restricted') ?? true,
    );
  };

  test.each(PURE)('lib/%s may not ask the world for anything', async (room) => {
    const file = path.join(root, 'lib', room, 'example.ts');
    for (const source of IMPURE) expect(await complaints(source, file), source).not.toEqual([]);
    expect(await complaints(PURE_SOURCE, file)).toEqual([]);
  });

  test('server code may ask for the time', async () => {
    const file = path.join(root, 'lib/server/example.ts');
    expect(await complaints('export const time = Date.now();', file)).toEqual([]);
  });
});
