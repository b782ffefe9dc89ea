import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bankProblems } from '../../lib/quiz/bank-problems';
import { diagnosticQuiz, type DiagnosticQuiz } from '../../lib/quiz/diagnostic-quiz';
import { matrixTable } from '../../lib/quiz/matrix-table';
import {
  proofLines,
  proofTotal,
  totalLine,
  unreadLines,
  type ProofReport,
} from '../../lib/quiz/proof-lines';
import { beliefsOf } from '../../lib/quiz/template';
import { readContent } from '../../lib/server/content/read-content';
import { bundledWorker, proofFolder, proveInParallel } from './prove-in-parallel';
import { Problem, runCommand } from '../support/problem.mjs';

const USAGE = `npm run prove                     proves every template of content/ in the engine, over 200 seeds
npm run prove -- --only ID        this template
npm run prove -- --seeds N        over so many seeds, 1 to 10000
npm run prove -- --threads N      on so many threads (as many as there are processors)
npm run prove -- --fresh          also what was proved before and has not changed since
npm run prove -- --matrix         prints which templates tell which misconception from the truth
npm run prove -- --json           one JSON object (docs/authoring.md, "The proof as JSON")`;

interface Asked {
  readonly only: string | undefined;
  readonly seeds: number;
  readonly threads: number | undefined;
  readonly fresh: boolean;
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
        fresh: { type: 'boolean', default: false },
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
    const { only, fresh, matrix, json } = values;
    return { only, seeds, threads, fresh, matrix, json };
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
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
void runCommand(async () => {
  const asked = readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { only, seeds, threads, fresh, matrix, json } = asked;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const body = bundledWorker();
  const content = readContent(path.join(root, 'content'));
  if (!content.ok) {
    if (json) console.log(JSON.stringify({ problems: content.error }, null, 2));
    for (const line of unreadLines(content.error)) console.error(line);
    return 1;
  }
  const { templates, readings, misconceptions } = content.value;
  const chosen = templates.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0)
    throw new Problem(`There is no template "${only ?? ''}".`, 'npm run prove lists them all.');

  const proved = await proveInParallel(chosen, {
    readings,
    seeds,
    body,
    matrix: only === undefined || matrix || json,
    ...(threads !== undefined && { threads }),
    ...(!fresh && { keptIn: proofFolder(root) }),
    ...(!json && {
      onProved: ({ proof }) => {
        for (const line of proofLines(proof)) console.log(line);
      },
    }),
  });
  const reports = proved.map(({ proof: { samples: _shown, ...report } }): ProofReport => report);
  const rows = proved.flatMap(({ row }) => row ?? []);
  const ids = misconceptions.map(({ id }) => id);
  const whole = only === undefined;
  const problems = whole ? bankProblems(reports, ids) : [];
  const quiz = whole ? diagnosticQuiz(rows, ids) : null;

  const total = proofTotal(reports);
  if (json) {
    const output = { ...total, problems, diagnosticQuiz: quiz, matrix: rows, reports };
    console.log(JSON.stringify(output, null, 2));
  } else {
    const listed = new Map(chosen.map(({ id, body }) => [id, beliefsOf(body)]));
    if (matrix)
      for (const line of matrixTable(rows, ids, (id) => listed.get(id) ?? [])) console.log(line);
    if (quiz !== null) for (const line of quizLines(quiz, ids.length)) console.log(line);
    for (const problem of problems) console.log(`FAILED  the bank: ${problem}`);
    console.log(totalLine(total));
  }
  return total.failed > 0 || problems.length > 0 ? 1 : 0;
});
