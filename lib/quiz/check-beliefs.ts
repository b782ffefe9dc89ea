import { misconceptionIds } from '../engine';
import type { Known } from './known';
import { didYouMean } from './nearest-word';
import type { Complaint } from './parse-parameters';
import { misreadings } from './parts-reading';
import { beliefsOf, type TemplateBody } from './template';

/** Beliefs that do not exist, cannot be used in this kind of question, have no words, or are listed twice. */
export function checkBeliefs(body: TemplateBody, known: Known): Complaint[] {
  const complaints: Complaint[] = [];
  const beliefs = beliefsOf(body);
  const usable: readonly string[] =
    body.kind === 'parts' ? Object.keys(misreadings) : misconceptionIds;
  beliefs.forEach((belief, i) => {
    const path = [body.kind, 'beliefs', i];
    if (beliefs.indexOf(belief) < i) {
      complaints.push({
        path,
        message: `the belief \`${belief}\` is listed twice`,
        instead: 'list it once',
      });
    } else if (!usable.includes(belief)) {
      const message =
        body.kind === 'parts' && misconceptionIds.some((id) => id === belief)
          ? `\`${belief}\` is not a way to misread a name`
          : `there is no misconception \`${belief}\``;
      complaints.push({ path, message, instead: didYouMean(belief, usable) });
    } else if (!known.misconceptions.has(belief)) {
      complaints.push({
        path,
        message: `the misconception \`${belief}\` has no words yet`,
        instead: 'describe it in content/misconceptions.yaml',
      });
    }
  });
  const needsOne = body.kind === 'choice' || body.kind === 'predict' || body.kind === 'several';
  if (needsOne && beliefs.length === 0) {
    complaints.push({
      path: [body.kind, 'beliefs'],
      message:
        body.kind === 'several'
          ? 'no belief is listed, so no wrong answer says what is believed'
          : 'no belief is listed, so there is no wrong option',
      instead: 'list the misconceptions that bear on this question',
    });
  }
  return complaints;
}
