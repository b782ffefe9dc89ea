import type { Page } from 'playwright-core';
import type { Kind } from '@/lib/quiz/types';
import { answerQuestion } from './answer-question';
import {
  fillSandboxes,
  linkToken,
  makeDraft,
  makeGuest,
  makeOutdated,
  openQuestion,
  readOpenQuestion,
  shareSession,
  type Cast,
} from './cast';
import type { Stage } from './stage';
import { typeAtTerminal } from './type-at-terminal';

/** Something to be seen; takes one picture or several, whose names begin with its own. */
export interface Scene {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
}

type Who = (cast: Cast) => string | null;
const visitor: Who = () => null;
const newcomer: Who = (cast) => cast.newcomer;
const learner: Who = (cast) => cast.learner;
const instructor: Who = (cast) => cast.instructor;

/** A page that shows itself when its address is opened. */
function still(name: string, who: Who, address: string | ((cast: Cast) => string)): Scene {
  return {
    name,
    play: async ({ cast, open, shoot }) => {
      const path = typeof address === 'string' ? address : address(cast);
      await shoot(await open(who(cast), path), name);
    },
  };
}

/** Where the link of a mail leads. */
function linked(name: string, purpose: 'reset' | 'signIn', path: string): Scene {
  return {
    name,
    play: async ({ locale, open, shoot }) => {
      await shoot(await open(null, `${path}/${await linkToken(purpose, locale)}`), name);
    },
  };
}

/** A question of this kind, and its verdict when answered wrong; of some kinds when answered right. */
function practice(kind: Kind, right = false): Scene {
  const name = `practice-${kind}${right ? '-right' : ''}`;
  return {
    name,
    play: async ({ words, open, shoot }) => {
      const guest = await makeGuest(8);
      await openQuestion(guest, kind);
      const asked = await readOpenQuestion(guest);
      if (asked === null) throw new Error('the question that was opened is not there');
      const page = await open(guest, '/practice');
      await page.getByRole('article').waitFor();
      if (kind === 'lab')
        await page
          .getByRole('textbox', { name: words.terminal.input })
          .waitFor({ state: 'attached' });
      if (!right) await shoot(page, name);
      await answerQuestion(page, asked, words, right);
      await shoot(page, `${name}-verdict`);
    },
  };
}

/** A hands-on question on its way: some lines of the solution, and a hint. */
const labHalf: Scene = {
  name: 'practice-lab-half',
  play: async ({ words, open, shoot }) => {
    const guest = await makeGuest(8);
    await openQuestion(guest, 'lab');
    const asked = await readOpenQuestion(guest);
    if (asked?.key.kind !== 'lab') throw new Error('the question that was opened is not there');
    const page = await open(guest, '/practice');
    const { solution } = asked.key;
    for (const line of [...solution.slice(0, Math.ceil(solution.length / 2)), 'docker ps -a'])
      await typeAtTerminal(page, words.terminal, line);
    await page.getByRole('button', { name: words.question.lab.hint.split(' (')[0] ?? '' }).click();
    await page.getByText(words.question.lab.hintNumber.replace('{number}', '1')).waitFor();
    await shoot(page, 'practice-lab-half');
  },
};

const done: Scene = {
  name: 'practice-done',
  play: async ({ words, open, shoot }) => {
    const guest = await makeGuest(3);
    const page = await open(guest, '/practice');
    const onward = page.getByRole('button', { name: words.verdict.continue });
    await page.getByRole('article').waitFor();
    for (let asked = await readOpenQuestion(guest); asked !== null;) {
      await answerQuestion(page, asked, words, true);
      // A press at once would be taken for one that was meant for the answer.
      await onward.click({ delay: 500 });
      await onward.waitFor({ state: 'detached' });
      asked = await readOpenQuestion(guest);
    }
    await page.getByRole('heading', { name: words.practice.doneTitle }).waitFor();
    await shoot(page, 'practice-done');
  },
};

const keys: Scene = {
  name: 'practice-keys',
  play: async ({ words, open, shoot }) => {
    const page = await open(await makeGuest(8), '/practice');
    await page.getByRole('article').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words.question.help.title }).waitFor();
    await shoot(page, 'practice-keys');
  },
};

function editor(name: string, mistaken: boolean): Scene {
  return {
    name,
    play: async ({ cast, locale, open, shoot }) => {
      const id = await makeDraft(cast, { slug: name, locale, mistaken });
      const page = await open(cast.instructor, `/studio/${encodeURIComponent(id)}`);
      await page.locator('.cm-content').waitFor();
      await shoot(page, name, 'fitted');
    },
  };
}

/** A template that was published and that a changed engine no longer proves. */
const outdated: Scene = {
  name: 'studio-outdated',
  play: async ({ cast, locale, open, shoot }) => {
    const id = await makeOutdated(cast, { slug: 'studio-outdated', locale });
    const page = await open(cast.instructor, `/studio/${encodeURIComponent(id)}`);
    await page.locator('.cm-content').waitFor();
    await shoot(page, 'studio-outdated', 'fitted');
  },
};

/** A run on the engine stage, at the step with this number; what was typed and on which images. */
function run(
  name: string,
  { images, lines, step }: { images: readonly string[]; lines: readonly string[]; step: number },
  shown: 'picture' | 'table' = 'picture',
): Scene {
  return {
    name,
    play: async ({ words, open, shoot }) => {
      const page = await open(null, `/runs/${await shareSession(images, lines)}`);
      const next = page.getByRole('button', { name: words.stage.next });
      for (let at = 1; at < step; at += 1) await next.click();
      if (shown === 'table') await page.getByRole('radio', { name: words.stage.table }).click();
      await shoot(page, name);
    },
  };
}

/** The terminal's page after a session, and what is done on it before it is shown. */
function terminal(
  name: string,
  { images, lines }: { images: readonly string[]; lines: readonly string[] },
  act: (page: Page, stage: Stage) => Promise<void> = () => Promise.resolve(),
): Scene {
  return {
    name,
    play: async (stage) => {
      const { words, open, shoot } = stage;
      const guest = await makeGuest(3);
      const page = await open(guest, `/terminal/${await fillSandboxes(guest, images, [lines])}`);
      await page
        .getByRole('textbox', { name: words.terminal.input })
        .waitFor({ state: 'attached' });
      await page.locator('.xterm-rows').getByText('learner@').last().waitFor();
      await act(page, stage);
      await shoot(page, name);
    },
  };
}

const typed = (line: string) => async (page: Page) => {
  await page.keyboard.type(`${line}\n`);
  await page.waitForTimeout(1_500);
};

/** A learner's list of sandboxes, with so many in it. */
function sandboxes(name: string, count: number): Scene {
  return {
    name,
    play: async ({ open, shoot }) => {
      const guest = await makeGuest(3);
      await fillSandboxes(
        guest,
        ['nginx'],
        Array.from({ length: count }, () => ['docker ps']),
      );
      await shoot(await open(guest, '/terminal'), name);
    },
  };
}

const layersShared = {
  images: ['nginx:latest'],
  lines: [
    'docker run -d --name web -p 8080:80 nginx',
    'docker exec web touch /usr/share/nginx/html/new.html',
    'docker commit web me/site:1',
    'docker run -d --name copy -p 8081:80 me/site:1',
    'docker pause copy',
    'docker tag me/site:1 me/site:latest',
    'docker login -u me -p hubpass',
    'docker push me/site:1',
  ],
};

const connected = {
  images: ['nginx:latest', 'redis:latest'],
  lines: [
    'docker network create front',
    'docker volume create data',
    'docker run -d --name cache --network front -v data:/data redis',
    'docker run -d --name web --network front -p 8080:80 -v ~/site:/usr/share/nginx/html:ro nginx',
    'docker stop cache',
    'docker rm cache',
  ],
};

const crowd = {
  images: [
    'nginx',
    'redis',
    'httpd',
    'alpine',
    'busybox',
    'ubuntu',
    'mysql',
    'php:7.4-cli',
    'hello-world',
  ],
  lines: [
    ...Array.from(
      { length: 13 },
      (_, index) => `docker run -d --name job${index} ${index % 2 === 0 ? 'nginx' : 'httpd'}`,
    ),
    'docker pause job3',
    'docker kill job5',
  ],
};

/** Everything there is to see, in the order a person would meet it. */
export const scenes: readonly Scene[] = [
  still('landing', visitor, '/'),
  still('sign-in', visitor, '/sign-in'),
  still('sign-up', visitor, '/sign-up'),
  still('reset', visitor, '/reset'),
  still('reset-outdated', visitor, '/reset/no-such-token'),
  linked('reset-link', 'reset', '/reset'),
  still('mail-link', visitor, '/sign-in/link'),
  linked('mail-link-opened', 'signIn', '/sign-in/link'),
  still('not-found', visitor, '/nothing-here'),
  still('today-new', newcomer, '/'),
  still('today', learner, '/'),
  practice('choice'),
  practice('choice', true),
  practice('several'),
  practice('several', true),
  practice('predict'),
  practice('order'),
  practice('blanks'),
  practice('blanks', true),
  practice('type'),
  practice('type', true),
  practice('parts'),
  practice('lab'),
  labHalf,
  practice('lab', true),
  practice('flashcard'),
  keys,
  done,
  run('run-first', { ...layersShared, step: 1 }),
  run('run-shared-layers', { ...layersShared, step: 5 }),
  run('run-push', { ...layersShared, step: 8 }),
  run('run-connected', { ...connected, step: 4 }),
  run('run-removed', { ...connected, step: 6 }),
  run('run-crowd', { ...crowd, step: 15 }),
  run('run-table', { ...connected, step: 6 }, 'table'),
  sandboxes('terminals-none', 0),
  sandboxes('terminals-some', 2),
  sandboxes('terminals-full', 5),
  terminal('terminal-new', { images: [], lines: [] }),
  terminal(
    'terminal-work',
    { ...connected, lines: connected.lines.slice(0, 4) },
    typed('docker ps'),
  ),
  terminal('terminal-crowd', crowd, typed('docker rm -f job7')),
  terminal('terminal-table', connected, async (page, { words }) => {
    await page.getByRole('radio', { name: words.terminal.table }).click();
  }),
  terminal('terminal-log', connected, async (page, { words }) => {
    await typed('docker ps -a')(page);
    await page.getByRole('button', { name: words.terminal.showLog }).click();
  }),
  terminal('terminal-links', connected, async (page, { words }) => {
    await page.getByRole('button', { name: words.terminal.share, exact: true }).click();
    await page.getByRole('button', { name: words.terminal.makeLink }).click();
    await page.getByRole('dialog').getByRole('link').waitFor();
  }),
  terminal('terminal-keys', connected, async (page, { words }) => {
    await page.getByRole('button', { name: words.terminal.engineKeys }).click();
    await page.getByText('npm run engine').waitFor();
  }),
  still('run-gone', visitor, '/runs/no-such-run'),
  still('learn', learner, '/learn'),
  still('learn-new', newcomer, '/learn'),
  still('concept', learner, '/learn/lifecycle.paused'),
  still('concept-loose', learner, '/learn/lifecycle.stop-grace'),
  still('glossary', learner, '/learn/glossary'),
  still('settings', learner, '/settings'),
  still('join', newcomer, '/join'),
  still('join-code', newcomer, ({ joinCode }) => `/join/${joinCode}`),
  still('cohorts-empty', newcomer, '/cohorts'),
  still('cohorts', instructor, '/cohorts'),
  still('cohort-report', instructor, ({ cohortId }) => `/cohorts/${cohortId}`),
  still('cohort-learner', learner, ({ cohortId }) => `/cohorts/${cohortId}`),
  still('studio-empty', newcomer, '/studio'),
  editor('studio-proved', false),
  editor('studio-problem', true),
  outdated,
  still('studio', instructor, '/studio'),
  still('studio-example', instructor, '/studio/paused-uses'),
];
