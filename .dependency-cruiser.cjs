// Who may import whom: docs/architecture.md has the table, test/rules proves that each rule fires.

const packages = 'node_modules';

/** A room may import itself and what is listed; everything else is an error. */
const room = (name, own, allowed) => ({
  name,
  severity: 'error',
  from: { path: own },
  to: { pathNot: [own, ...allowed] },
});

const kernel = '^lib/kernel/';
const door = '^lib/engine/index\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { pathNot: '^(app|test)/' },
      to: { path: '^app/' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { pathNot: '^(scripts|bench|test)/' },
      to: { path: '^(scripts|bench)/' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room('kernel-imports-nothing', kernel, []),
    room('engine', '^lib/engine/', [kernel, `${packages}/@noble/hashes/`]),
    room('stage', '^lib/stage/', [kernel, door, `${packages}/zod/`]),
    room('quiz', '^lib/quiz/', [kernel, door, '^lib/stage/', `${packages}/(yaml|zod)/`]),
    room('scheduling', '^lib/scheduling/', [kernel, `${packages}/ts-fsrs/`]),
    room('reports', '^lib/reports/', [kernel]),
    room('i18n', '^lib/i18n/', [kernel, `${packages}/(next-intl|use-intl|next)/`]),
    room('interchange', '^lib/interchange/', [kernel, '^lib/quiz/types\\.ts$', packages]),
    room('content', '^content/', [kernel, '^lib/(engine/index|quiz/types)\\.ts$']),
    {
      name: 'server-imports-no-screens',
      severity: 'error',
      from: { path: '^lib/server/' },
      to: { path: '^(app|components|scripts|test|bench)/' },
    },
    {
      name: 'server-enters-engine-by-its-door',
      severity: 'error',
      from: { path: '^(lib/(server|interchange|reports)|components|app)/' },
      to: { path: '^lib/engine/', pathNot: door },
    },
    {
      name: 'components-import-pure-modules',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib/server|app|scripts|test|bench)/' },
    },
    {
      name: 'only-server-speaks-to-the-database',
      severity: 'error',
      from: { path: '^(app|components|content|lib/(?!server/))' },
      to: { path: `(${packages}/(@prisma|prisma|pg)/|^lib/server/generated/)` },
    },
    {
      name: 'only-scheduling-imports-ts-fsrs',
      severity: 'error',
      from: { path: '^(app|components|content|lib)/', pathNot: '^lib/scheduling/' },
      to: { path: `${packages}/ts-fsrs/` },
    },
  ],
  options: {
    doNotFollow: { path: packages },
    exclude: {
      path: ['^\\.next', '^lib/server/generated/internal/', '^lib/server/generated/models/'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
