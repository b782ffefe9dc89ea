import { readArguments, USAGE } from './shell/arguments';
import { runCommand } from './support/problem.mjs';

/**
 * `npm run shell`: the simulated Docker host at a terminal, or recorded sessions run in it. It needs neither the database nor a build, and loads only
 * what is asked for, because it is started often.
 */
await runCommand(async () => {
  const asked = readArguments(process.argv.slice(2));
  switch (asked.kind) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case 'sessions': {
      const { replayFiles } = await import('./shell/replay-files');
      return replayFiles(asked.files, (line) => process.stdout.write(`${line}\n`));
    }
    case 'terminal': {
      const { openTerminal } = await import('./shell/terminal');
      return openTerminal(asked, process.stdin, process.stdout);
    }
  }
});
