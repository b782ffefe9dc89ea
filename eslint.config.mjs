import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Modules that decide and do nothing: what they need of the world is given to them. */
const pure = [
  'kernel',
  'engine',
  'stage',
  'quiz',
  'scheduling',
  'reports',
  'i18n',
  'interchange',
].map((room) => `lib/${room}/**/*.ts`);

const given = 'A pure module is given the time, the randomness and the settings it needs.';

/** The checks that find defects; how code looks is prettier's matter. `npm run lint`. */
export default defineConfig([
  globalIgnores([
    'node_modules/',
    '.next*/',
    '.data/',
    'coverage/',
    'screenshots/',
    'lib/server/generated/',
    'next-env.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Refusals that are ordinary answers carry no stack.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            {
              from: 'file',
              name: [
                'CommandError',
                'CommandFailure',
                'RuleLeft',
                'DaemonError',
                'EngineError',
                'InFront',
                'ShellExit',
              ],
            },
          ],
        },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Iterating a string's characters by spreading it is meant.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['{app,components}/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: pure,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'window', 'document', 'localStorage', 'performance', 'crypto'].map(
          (name) => ({ name, message: given }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: given },
        { object: 'Math', property: 'random', message: given },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: given },
        { selector: "CallExpression[callee.name='Date']", message: given },
      ],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'test/support/**'],
    rules: { 'no-console': 'off' },
  },
]);
