import { didYouMean } from './nearest-word';
import type { Complaint } from './parse-parameters';
import type { TemplateBody } from './template';

/** Every outcome that a probe of labels can have, in the order the labels are written. */
function labelOutcomes(labels: readonly string[]): string[] {
  const outcomes: string[] = [];
  for (let set = 2 ** labels.length - 1; set >= 0; set--) {
    const chosen = labels.filter((_, i) => (set >> i) & 1);
    outcomes.push(chosen.length === 0 ? 'none' : chosen.join('+'));
  }
  return outcomes;
}

/** Whether `say` has words for every outcome of `see`, exactly once, and different ones. */
export function checkSay(body: TemplateBody): Complaint[] {
  if (body.kind !== 'choice') return [];
  const complaints: Complaint[] = [];
  const written = body.say.map(({ outcome }) => outcome);
  const wanted = wantedOutcomes(body);
  if (body.see.kind === 'labels') {
    const { facts } = body.see;
    if (facts.length === 0 || facts.length > 3) {
      complaints.push({
        path: ['choice', 'see'],
        message: `\`see\` has ${facts.length} labels`,
        instead: 'use 1 to 3 yes/no facts, or one fact with a value',
      });
      return complaints;
    }
    for (const { label } of facts.filter(
      ({ label }) => !/^[a-z][a-z0-9-]*$/.test(label) || label === 'none',
    )) {
      complaints.push({
        path: ['choice', 'see', label],
        message: `"${label}" cannot be a label`,
        instead: 'use lower-case letters, digits and -; `none` is kept for no label',
      });
    }
  }
  if (wanted !== null) {
    for (const outcome of written.filter((outcome) => !wanted.includes(outcome))) {
      complaints.push({
        path: ['choice', 'say', outcome],
        message: `\`${outcome}\` is not an outcome of \`see\``,
        instead: didYouMean(
          outcome,
          wanted.filter((known) => !written.includes(known)),
        ),
      });
    }
    const missing = wanted.filter((outcome) => !written.includes(outcome));
    const optional = body.see.kind === 'fact' && written.length === 0;
    if (missing.length > 0 && !optional) {
      complaints.push({
        path: ['choice', 'say'],
        message: `\`say\` has no words for ${missing.map((outcome) => `\`${outcome}\``).join(', ')}`,
        instead: `add \`${missing[0] ?? ''}: { ko: …, en: … }\`; every outcome needs its words`,
      });
    }
  }
  for (const locale of ['ko', 'en'] as const) {
    const seen = new Map<string, string>();
    for (const { outcome, words } of body.say) {
      const twin = seen.get(words[locale].trim());
      if (twin !== undefined) {
        complaints.push({
          path: ['choice', 'say', outcome, locale],
          message: `\`${twin}\` and \`${outcome}\` have the same words`,
          instead: 'say different things for different outcomes',
        });
      }
      seen.set(words[locale].trim(), outcome);
    }
  }
  return complaints;
}

/** The outcomes that `say` must map, when they are known beforehand; null when they are values. */
function wantedOutcomes(body: Extract<TemplateBody, { kind: 'choice' }>): readonly string[] | null {
  if (body.see.kind === 'labels') return labelOutcomes(body.see.facts.map(({ label }) => label));
  return body.see.yesNo ? ['yes', 'no'] : null;
}
