import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readContent } from '../lib/server/content/read-content';
import { proveTemplate } from '../lib/quiz/prove-template';
import { problemLine, type TemplateProblem } from '../lib/quiz/template-problem';
import type { TemplateProof } from '../lib/quiz/template-proof';
import type { Template } from '../lib/quiz/template';
import type { QuestionContext } from '../lib/quiz/question-context';

/*
 * npm run prove [-- --only ID] [--seeds N] [--json]
 *
 * Proves every template of content/ in the engine. One line a template and a last line `templates T, variants V, proved P, failed F`; the exit code is 1 when F > 0 or when the
 * content cannot be read.
 */

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});

const seeds = Number(options.seeds);
if (!Number.isInteger(seeds) || seeds < 1 || seeds > 10_000) {
  console.error(`--seeds ${options.seeds}: give a number from 1 to 10000`);
  process.exit(2);
}

/** A proof without the samples, which only the studio shows. */
type Report = Omit<TemplateProof, 'samples'>;

/** A template that makes the engine throw has failed, and the others are still proved. */
function proveOne(template: Template, context: QuestionContext): Report {
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

const root = fileURLToPath(new URL('../content', import.meta.url));
const content = readContent(root);
if (!content.ok) {
  if (options.json) console.log(JSON.stringify({ problems: content.error }, null, 2));
  else for (const problem of content.error) console.error(problemLine(problem));
  console.error(`content cannot be read: ${content.error.length} problem(s)`);
  process.exit(1);
}

const { templates, catalogue, manual, readings } = content.value;
const chosen = templates.filter(({ id }) => options.only === undefined || id === options.only);
if (chosen.length === 0) {
  console.error(`there is no template "${options.only ?? ''}"`);
  process.exit(2);
}

const reports: Report[] = [];
for (const template of chosen) {
  const report = proveOne(template, { catalogue, manual, readings });
  reports.push(report);
  if (options.json) continue;
  console.log(reportLine(report));
  for (const problem of report.problems) console.log(`    ${problemLine(problem)}`);
  for (const warning of report.warnings) console.log(`    warning ${problemLine(warning)}`);
}

const failed = reports.filter(({ proved }) => !proved).length;
const variants = reports.reduce((sum, report) => sum + report.variants, 0);
const total = { templates: reports.length, variants, proved: reports.length - failed, failed };
if (options.json) console.log(JSON.stringify({ ...total, reports }, null, 2));
else {
  console.log(
    `templates ${total.templates}, variants ${total.variants}, proved ${total.proved}, failed ${total.failed}`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;
