import { readFileSync, writeFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import postcss from 'postcss';
import tailwind from '@tailwindcss/postcss';
import { launchChromium } from './scripts/browser/chromium';
import { VerdictParting } from './components/question/verdict-parting';
import { BeliefNote } from './components/question/belief-note';
import { createRequire } from 'node:module';
const require_ = createRequire(import.meta.url);
require_.cache[require_.resolve('server-only')] = { exports: {}, loaded: true, id: 'x', filename: 'x' } as never;
const { readContent } = await import('./lib/server/content/read-content');
import { drawContent } from './lib/quiz/setup-of';
import { beliefParting } from './lib/quiz/parting/find-parting';
import { commandParting, orderParting } from './lib/quiz/parting/answer-parting';
import { hostBefore, observationsOf } from './lib/quiz/parting/divergence-scene';
import { fillText } from './lib/quiz/parameters';
import { runCommands, lastSandbox } from './lib/quiz/run-steps';
import { worldOf } from './lib/engine';
import en from './lib/i18n/messages/en.json';
import ko from './lib/i18n/messages/ko.json';
const content = readContent('content'); if (!content.ok) throw new Error('content');
const { templates, catalogue, manual, misconceptions } = content.value;
const wanted: [string, string][] = [['paused-uses','pause-frees-memory'],['push-without-login','push-needs-no-login'],['run-after-stop','run-resumes'],['stop-one-pause-one','exit-removes-container'],['clean-up-in-a-later-layer','later-rm-shrinks'],['rmi-while-stopped','stopped-does-not-use-image'],['pull-brings-what','no-slash-means-local'],['volume-after-removal','rm-deletes-named-volumes'],['image-is-not-started','pull-starts-container'],['tag-is-a-second-name','tag-copies']];
const parts = wanted.map(([id, belief]) => {
  const template = templates.find((t) => t.id === id)!;
  const { values } = drawContent(template, 'a');
  return { id, belief, parting: beliefParting(template, values, [], belief as never, { catalogue, manual }) };
});
for (const kind of ['type','order'] as const) for (const template of templates.filter((t) => t.kind === kind).slice(0, kind === 'type' ? 6 : 4)) {
  const { values } = drawContent(template, 'a');
  const before = hostBefore(template, values, { catalogue, manual });
  const start = lastSandbox(before, runCommands(before, template.given.map(({ run }) => fillText(run, values)), worldOf(catalogue, manual)));
  const scene = { start, context: { catalogue, manual }, observations: observationsOf(template, values) };
  const b = template.body as any;
  const parting = kind === 'type' ? commandParting(fillText(b.wrong[0], values), fillText(b.solution, values), scene)
   : orderParting([...b.steps].reverse().map((s: string) => fillText(s, values)), b.steps.map((s: string) => fillText(s, values)), scene);
  parts.push({ id: template.id, belief: '', parting });
}
const css = (await postcss([tailwind()]).process(readFileSync('app/globals.css', 'utf8'), { from: 'app/globals.css' })).css;
const browser = await launchChromium();
for (const locale of ['ko', 'en'] as const) for (const theme of ['light', 'dark']) for (const width of [390, 1280]) {
  if ((theme === 'dark') !== (locale === 'en') && process.argv[2] !== 'all') continue;
  const words = (id: string) => misconceptions.filter((m) => m.id === id).map((m) => ({ id, belief: m.belief[locale], answer: m.answer[locale] }));
  const html = renderToStaticMarkup(<NextIntlClientProvider locale={locale} messages={locale === 'ko' ? ko : en} timeZone="UTC">
    <div className="mx-auto flex max-w-3xl flex-col gap-12 p-4">{parts.map(({ id, belief, parting }) => <div key={id + belief}><p className="text-muted text-xs">{id}</p>{parting === null ? 'NULL' : <VerdictParting parting={parting} beliefs={words(belief)} />}</div>)}</div></NextIntlClientProvider>);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(`<!doctype html><html lang="${locale}" data-theme="${theme}"><head><style>${css}</style></head><body class="bg-paper text-ink">${html}</body></html>`);
  const height = await page.evaluate(() => document.body.scrollHeight);
  const x = width > 900 ? 240 : 0, w = width > 900 ? 800 : 390, step = width > 900 ? 1300 : 1500;
  for (let y = 0, n = 0; y < height; y += step, n++) await page.screenshot({ path: `/tmp/drydock/s6/feedback/look-${width}-${theme}-${locale}-${n}.png`, fullPage: true, clip: { x, y, width: w, height: Math.min(step, height - y) } });
  await page.close();
}
await browser.close();
