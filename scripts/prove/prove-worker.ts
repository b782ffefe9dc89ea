import { parentPort, workerData } from 'node:worker_threads';
import { catalogueData } from '../../content/catalogue';
import { manualData } from '../../content/manual';
import { buildCatalogue, buildManual } from '../../lib/engine';
import { noScenes } from '../../lib/quiz/generate-variant';
import { KillRowDraft, killSeeds } from '../../lib/quiz/kill-matrix';
import { proofSeed, proofSteps, stoppedProof } from '../../lib/quiz/prove-template';
import type { QuestionContext } from '../../lib/quiz/question-context';
import type { Template } from '../../lib/quiz/template';
import type { ProvedTemplate, WorkerAnswer, WorkerJob, WorkerTask } from './worker-messages';

if (parentPort === null) throw new Error('this module is the body of a worker thread');
const port = parentPort;
const { readings, seeds, matrix } = workerData as WorkerTask;
const context: QuestionContext = {
  catalogue: buildCatalogue(catalogueData),
  manual: buildManual(manualData),
  readings,
};

/** Proves a template and, right after each of the first seeds, asks it of every misconception: what the seed's own engines did is still remembered then. */
function proveWithRow(template: Template): ProvedTemplate {
  const scenes = noScenes();
  const row = new KillRowDraft(template, context, scenes);
  const steps = proofSteps(template, context, { seeds, samples: 0, scenes });
  let asked = 0;
  for (;;) {
    const step = steps.next();
    const proved = step.done === true ? killSeeds : step.value;
    if (matrix) for (; asked < Math.min(proved, killSeeds); asked++) row.ask(proofSeed(asked));
    if (step.done === true) return { proof: step.value, row: matrix ? row.row() : null };
  }
}

/** A template that makes the engine throw has failed, and the others are still proved. */
function prove(template: Template): ProvedTemplate {
  try {
    return proveWithRow(template);
  } catch (failure) {
    return { proof: stoppedProof(template, seeds, failure), row: null };
  }
}

port.on('message', ({ index, template }: WorkerJob) => {
  const answer: WorkerAnswer = { index, ...prove(template) };
  port.postMessage(answer);
});
