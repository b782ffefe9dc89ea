import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readContent } from '../lib/server/content/read-content';
import { proveTemplate } from '../lib/quiz/prove-template';
import { problemLine, type TemplateProblem } from '../lib/quiz/template-problem';
import type { TemplateProof } from '../lib/quiz/template-proof';
import type { Template } from '../lib/quiz/template';
import type { QuestionContext } from '../lib/quiz/question-context';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run prove                     proves every template of content/ in the engine, over 200 seeds
npm run prove -- --only ID        this template
npm run prove -- --seeds N        over so many seeds, 1 to 10000
npm run prove -- --json           one JSON object`;

interface Asked {
  readonly only: string | undefined;
  readonly seeds: number;
  readonly json: boolean;
}

/** Null: the usage. @throws Problem with the usage when the words make no sense */
function readArguments(): Asked | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        seeds: { type: 'string', default: '200' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return null;
    const seeds = Number(values.seeds);
    if (!Number.isInteger(seeds) || seeds < 1 || seeds > 10_000)
      throw new Error('--seeds is a whole number from 1 to 10000.');
    return { only: values.only, seeds, json: values.json };
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
}

/** A proof without the samples, which only the studio shows. */
type Report = Omit<TemplateProof, 'samples'>;

/** A template that makes the engine throw has failed, and the others are still proved. */
function proveOne(template: Template, context: QuestionContext, seeds: number): Report {
  try {
    const { samples: _shown, ...report } = proveTemplate(template, context, { seeds, samples: 1 });
    return report;
  } catch (error) {
    const position = template.positions[''] ?? { line: 1, column: 1 };
    const message = `the proof stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    const problem: TemplateProblem = { file: template.file, ...position, message, instead: '' };
    return {
      templateId: template.id,
      conceptId: template.conceptId,
      kind: template.kind,
      proved: false,
      seeds,
      variants: 0,
      yesNo: false,
      beliefs: [],
      separations: [],
      problems: [problem],
      warnings: [],
    };
  }
}

function reportLine(report: Report): string {
  const { templateId, kind, variants, yesNo, beliefs, proved } = report;
  const told = beliefs.length === 0 ? '' : `, beliefs ${beliefs.length}`;
  return `${proved ? 'proved' : 'FAILED'}  ${templateId}  ${kind}${yesNo ? ' (yes/no)' : ''}, variants ${variants}${told}`;
}

/*
 * One line a template and a last line `templates T, variants V, proved P, failed F`; the exit code is 1 when F > 0 or when the content cannot be read.
 */
await runCommand(() => {
  const asked = readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { only, seeds, json } = asked;
  const content = readContent(fileURLToPath(new URL('../content', import.meta.url)));
  if (!content.ok) {
    if (json) console.log(JSON.stringify({ problems: content.error }, null, 2));
    else for (const problem of content.error) console.error(problemLine(problem));
    console.error(`content cannot be read: ${content.error.length} problem(s)`);
    return 1;
  }
  const { templates, catalogue, manual, readings } = content.value;
  const chosen = templates.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0)
    throw new Problem(`There is no template "${only ?? ''}".`, 'npm run prove lists them all.');

  const reports: Report[] = [];
  for (const template of chosen) {
    const report = proveOne(template, { catalogue, manual, readings }, seeds);
    reports.push(report);
    if (json) continue;
    console.log(reportLine(report));
    for (const problem of report.problems) console.log(`    ${problemLine(problem)}`);
    for (const warning of report.warnings) console.log(`    warning ${problemLine(warning)}`);
  }

  const failed = reports.filter(({ proved }) => !proved).length;
  const variants = reports.reduce((sum, report) => sum + report.variants, 0);
  const total = { templates: reports.length, variants, proved: reports.length - failed, failed };
  if (json) console.log(JSON.stringify({ ...total, reports }, null, 2));
  else
    console.log(
      `templates ${total.templates}, variants ${total.variants}, proved ${total.proved}, failed ${total.failed}`,
    );
  return failed > 0 ? 1 : 0;
});
