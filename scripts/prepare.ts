import { buildApp } from './prepare/build-app';
import { generateClient } from './prepare/generate-client';
import { Problem, runCommand } from './support/problem.mjs';

/** `tsx scripts/prepare.ts client | build`: what `npm run check` needs done before it looks. */
await runCommand(async () => {
  const [what] = process.argv.slice(2);
  if (what === 'client') await generateClient(process.cwd());
  else if (what === 'build') await buildApp(process.cwd());
  else throw new Problem('What shall be prepared?', 'Say "client" or "build".');
});
