import { unprepared, withServer } from './db/with-server';
import { Problem, runCommand } from './support/problem.mjs';
import { step } from './support/say.mjs';

const USAGE = `npm run demo             add the demo cohort and an instructor to see it with
npm run demo -- EMAIL    add it and make the member with this e-mail its instructor`;

const learners = 40;
const days = 60;
const poolSize = 8;
const demoEmail = 'demo@drydock.example';

/** Who asked for the demo, or null for an account of its own. @throws Problem with the usage */
function readEmail([email, ...rest]: readonly string[]): string | null {
  if (email === undefined) return null;
  if (rest.length === 0 && email.includes('@')) return email.trim().toLowerCase();
  throw new Problem(
    `"${[email, ...rest].join(' ')}" is not an e-mail.`,
    USAGE.replaceAll('\n', '\n  '),
  );
}

/** Makes the demo, and says how to see it. Imports the server late: it reads its settings at import. */
async function execute(email: string | null): Promise<string> {
  const [{ db, disconnect }, { makeDemo }, { findInstructor, demoAccount }, clock, { publicUrl }] =
    await Promise.all([
      import('@/lib/server/db'),
      import('./demo/make-demo'),
      import('./demo/instructor'),
      import('@/lib/server/clock'),
      import('@/lib/server/public-url'),
    ]);
  try {
    if ((await db.template.count({ where: { origin: 'course', retired: false } })) === 0)
      throw unprepared;
    const now = clock.now();
    const account = email === null ? await demoAccount(demoEmail, now) : null;
    const instructorId = account?.id ?? (email === null ? null : await findInstructor(email));
    if (instructorId === null)
      throw new Problem(
        `No member has the e-mail ${String(email)}.`,
        'Sign up with it first, or run npm run demo without an e-mail.',
      );
    const demo = await step(
      `Making ${learners} synthetic learners with ${days} days of practice`,
      () => makeDemo({ now, learners, days, poolSize, instructorId }),
    );
    const signIn =
      account === null
        ? `Sign in as ${String(email)}`
        : `Sign in as  ${demoEmail}\nPassword    ${account.password}   (shown this once)`;
    return [
      '',
      `The cohort "Drydock demo" has ${demo.learners} synthetic learners and ${demo.answers} answers.`,
      signIn,
      `Then open   ${publicUrl(`/cohorts/${demo.cohortId}`)}`,
      'Running this command again replaces them.',
    ].join('\n');
  } finally {
    await disconnect();
  }
}

/** `npm run demo`: a cohort of synthetic learners, so that every page can be seen full. */
await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const email = readEmail(argv);
  console.log(await withServer('npm run demo', () => execute(email)));
});
