import { readArguments, USAGE } from './engine/arguments';
import { runCommand } from './support/problem.mjs';

/** Where docker looks for an engine that is reached without TLS. */
const PORT = 2375;

/** `npm run engine`: the simulated engine as a docker client reaches it, over HTTP. */
await runCommand(async () => {
  const asked = readArguments(process.argv.slice(2));
  switch (asked.kind) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case 'open': {
      const { openSandbox } = await import('./engine/open-sandbox');
      return openSandbox({ ...asked, port: asked.port ?? PORT });
    }
    case 'stored': {
      const { serveStored } = await import('./engine/serve-stored');
      return serveStored(asked.port ?? PORT);
    }
  }
});
