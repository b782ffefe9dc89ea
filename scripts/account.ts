import { withServer } from './db/with-server';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run account -- reset EMAIL              print a one-time link to choose a new password
npm run account -- reset EMAIL --password   set a new password and print it once
npm run account -- admin EMAIL              make this member an administrator
npm run account -- admin EMAIL --revoke     take that away again`;

type Command = {
  readonly verb: 'reset' | 'admin';
  readonly email: string;
  readonly option: '--password' | '--revoke' | null;
};

/** What was asked for. @throws Problem with the usage when it cannot be read */
function readCommand([verb, email, option, ...rest]: readonly string[]): Command {
  const misused = (whatHappened: string) =>
    new Problem(whatHappened, USAGE.replaceAll('\n', '\n  '));
  if (verb === undefined) throw misused('Say what to do.');
  if (verb !== 'reset' && verb !== 'admin') throw misused(`"${verb}" is no command.`);
  if (email === undefined || !email.includes('@')) throw misused('The e-mail is missing.');
  const known = verb === 'reset' ? '--password' : '--revoke';
  if (option !== undefined && option !== known) throw misused(`"${option}" is no option here.`);
  if (rest.length > 0) throw misused(`"${rest.join(' ')}" is too much.`);
  return { verb, email: email.trim().toLowerCase(), option: option ?? null };
}

/** Does it, and says what was done. Imports the server late: it reads its settings at import. */
async function execute({ verb, email, option }: Command): Promise<string> {
  const [{ makeResetLink }, { setFreshPassword }, { setAdmin }, { disconnect }] = await Promise.all(
    [
      import('@/lib/server/accounts/request-reset'),
      import('@/lib/server/accounts/set-fresh-password'),
      import('@/lib/server/accounts/set-admin'),
      import('@/lib/server/db'),
    ],
  );
  const unknown = new Problem(
    `Nobody has the e-mail ${email}.`,
    'Check the spelling. Guests have no e-mail until they sign up.',
  );
  try {
    if (verb === 'admin') {
      const done = await setAdmin(email, option === null);
      if (!done) throw unknown;
      return option === null
        ? `${email} is an administrator now.`
        : `${email} is no administrator any more.`;
    }
    if (option === '--password') {
      const password = await setFreshPassword(email);
      if (password === null) throw unknown;
      return `The new password of ${email}, shown this once:\n\n  ${password}\n\nEvery session of theirs has ended.`;
    }
    const link = await makeResetLink(email);
    if (link === null) throw unknown;
    return `Give this link to ${email}. It works once, for one hour:\n\n  ${link.url}\n`;
  } finally {
    await disconnect();
  }
}

/** `npm run account`: what an operator does to somebody's account. */
await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.length === 0 || argv.includes('--help')) {
    console.log(USAGE);
    return argv.length === 0 ? 1 : 0;
  }
  const command = readCommand(argv);
  console.log(await withServer('npm run account', () => execute(command)));
});
