import { fileURLToPath } from 'node:url';
import { installMissing } from './support/install.mjs';
import { Problem, runCommand } from './support/problem.mjs';

/**
 * `npm start` and `npm run dev`. Plain Node up to here, because on a fresh clone nothing is installed;
 * the rest is TypeScript, run by tsx in this same process.
 */
await runCommand(async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Problem(
      `Drydock needs Node 20.19 or newer; this is ${process.versions.node}.`,
      'Install a newer one from https://nodejs.org and run the same command again.',
    );
  const root = fileURLToPath(new URL('..', import.meta.url));
  await installMissing(root);
  const { register } = await import('tsx/esm/api');
  register();
  const { start } = await import('./start/start.ts');
  return start(root.replace(/\/$/, ''), process.argv[2] === 'dev' ? 'development' : 'production');
});
