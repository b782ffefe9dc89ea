import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bankProblems } from '../lib/quiz/bank-problems';
import { diagnosticQuiz, type DiagnosticQuiz } from '../lib/quiz/diagnostic-quiz';
import { matrixTable } from '../lib/quiz/matrix-table';
import { beliefsOf } from '../lib/quiz/template';
import { problemLine } from '../lib/quiz/template-problem';
import type { TemplateProof } from '../lib/quiz/template-proof';
import { readContent } from '../lib/server/content/read-content';
import { proveInParallel } from './prove/prove-in-parallel';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run prove                     proves every template of content/ in the engine, over 200 seeds
npm run prove -- --only ID        this template
npm run prove -- --seeds N        over so many seeds, 1 to 10000
npm run prove -- --threads N      on so many threads (as many as there are processors)
npm run prove -- --matrix         prints which templates tell which misconception from the truth
npm run prove -- --json           one JSON object (docs/authoring.md, "The proof as JSON")`;

interface Asked {
  readonly only: string | undefined;
  readonly seeds: number;
  readonly threads: number | undefined;
  readonly matrix: boolean;
  readonly json: boolean;
}

/** Null: the usage. @throws Problem with the usage when the words make no sense */
function readArguments(): Asked | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        seeds: { type: 'string', default: '200' },
        threads: { type: 'string' },
        matrix: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return null;
    const seeds = Number(values.seeds);
    if (!Number.isInteger(seeds) || seeds < 1 || seeds > 10_000)
      throw new Error('--seeds is a whole number from 1 to 10000.');
    const threads = values.threads === undefined ? undefined : Number(values.threads);
    if (threads !== undefined && (!Number.isInteger(threads) || threads < 1 || threads > 256))
      throw new Error('--threads is a whole number from 1 to 256.');
    return { only: values.only, seeds, threads, matrix: values.matrix, json: values.json };
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
}

/** A proof without the samples, which only the studio shows. */
type Report = Omit<TemplateProof, 'samples'>;

function reportLine(report: Report): string {
  const { templateId, kind, variants, yesNo, beliefs, proved } = report;
  const told = beliefs.length === 0 ? '' : `, beliefs ${beliefs.length}`;
  return `${proved ? 'proved' : 'FAILED'}  ${templateId}  ${kind}${yesNo ? ' (yes/no)' : ''}, variants ${variants}${told}`;
}

function printReport(report: Report): void {
  console.log(reportLine(report));
  for (const problem of report.problems) console.log(`    ${problemLine(problem)}`);
  for (const warning of report.warnings) console.log(`    warning ${problemLine(warning)}`);
}

function quizLines(quiz: DiagnosticQuiz, misconceptions: number): readonly string[] {
  const { questions, shortest, tells, untold, further, alike } = quiz;
  const all =
    untold.length === 0 ? `all ${misconceptions}` : `${tells.length} of ${misconceptions}`;
  const proof = shortest ? 'no shorter one does' : 'a shorter one may exist';
  return [
    `diagnostic quiz: ${questions.length} questions tell ${all} misconceptions (${proof}): ${questions.join(', ')}`,
    ...(untold.length === 0 ? [] : [`    in every variant untold: ${untold.join(', ')}`]),
    `    ${further.length} more tell them from one another${further.length === 0 ? '' : `: ${further.join(', ')}`}`,
    ...alike.map(([a, b]) => `    no question tells ${a} from ${b}`),
  ];
}

/*
 * One line a template, of the whole bank the diagnostic quiz, and a last line `templates T, variants V, proved P, failed F`; the exit code is 1 when F > 0, when the bank as a whole has a problem, or when the content
 * cannot be read.
 */
await runCommand(async () => {
  const asked = readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { only, seeds, threads, matrix, json } = asked;
  const content = readContent(fileURLToPath(new URL('../content', import.meta.url)));
  if (!content.ok) {
    if (json) console.log(JSON.stringify({ problems: content.error }, null, 2));
    else for (const problem of content.error) console.error(problemLine(problem));
    console.error(`content cannot be read: ${content.error.length} problem(s)`);
    return 1;
  }
  const { templates, readings, misconceptions } = content.value;
  const chosen = templates.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0)
    throw new Problem(`There is no template "${only ?? ''}".`, 'npm run prove lists them all.');

  const proved = await proveInParallel(chosen, {
    readings,
    seeds,
    matrix: only === undefined || matrix || json,
    ...(threads !== undefined && { threads }),
    ...(!json && {
      onProved: ({ proof }) => {
        printReport(proof);
      },
    }),
  });
  const reports = proved.map(({ proof: { samples: _shown, ...report } }): Report => report);
  const rows = proved.flatMap(({ row }) => row ?? []);
  const ids = misconceptions.map(({ id }) => id);
  const whole = only === undefined;
  const problems = whole ? bankProblems(reports, ids) : [];
  const quiz = whole ? diagnosticQuiz(rows, ids) : null;

  const failed = reports.filter((report) => !report.proved).length;
  const variants = reports.reduce((sum, report) => sum + report.variants, 0);
  const total = { templates: reports.length, variants, proved: reports.length - failed, failed };
  if (json) {
    const output = { ...total, problems, diagnosticQuiz: quiz, matrix: rows, reports };
    console.log(JSON.stringify(output, null, 2));
  } else {
    const listed = new Map(chosen.map(({ id, body }) => [id, beliefsOf(body)]));
    if (matrix)
      for (const line of matrixTable(rows, ids, (id) => listed.get(id) ?? [])) console.log(line);
    if (quiz !== null) for (const line of quizLines(quiz, ids.length)) console.log(line);
    for (const problem of problems) console.log(`FAILED  the bank: ${problem}`);
    console.log(
      `templates ${total.templates}, variants ${total.variants}, proved ${total.proved}, failed ${total.failed}`,
    );
  }
  return failed > 0 || problems.length > 0 ? 1 : 0;
});
