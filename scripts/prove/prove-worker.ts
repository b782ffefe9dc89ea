import { parentPort, workerData } from 'node:worker_threads';
import { catalogueData } from '../../content/catalogue';
import { manualData } from '../../content/manual';
import { buildCatalogue, buildManual } from '../../lib/engine';
import { killRow } from '../../lib/quiz/kill-matrix';
import { proveTemplate, stoppedProof } from '../../lib/quiz/prove-template';
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

/** A template that makes the engine throw has failed, and the others are still proved. */
function prove(template: Template): ProvedTemplate {
  try {
    const proof = proveTemplate(template, context, { seeds, samples: 0 });
    return { proof, row: matrix ? killRow(template, context) : null };
  } catch (failure) {
    return { proof: stoppedProof(template, seeds, failure), row: null };
  }
}

port.on('message', ({ index, template }: WorkerJob) => {
  const answer: WorkerAnswer = { index, ...prove(template) };
  port.postMessage(answer);
});
