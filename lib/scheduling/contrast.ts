import type { HeldBelief, PlannedTemplate, PlanInput } from './plan-input';

/** A template seen this recently does not return as a contrast, so that two questions do not take turns for ever. */
const contrastPauseMs = 10 * 60_000;

/** After so many questions that asked about it in vain a belief is left to the ordinary days of its cards. */
const mostContrasts = 3;

/** What separating two beliefs counts beside telling one from the truth. */
const separationWeight = 3;

/** A question that lists one of two beliefs may separate them: what the other one yields there is not known. */
const unknownSeparation = 0.5;

/** The beliefs that one wrong answer may have come from, latest answer first. */
export function heldTogether(
  heldBeliefs: readonly HeldBelief[],
): readonly (readonly HeldBelief[])[] {
  const groups = new Map<string, HeldBelief[]>();
  for (const held of [...heldBeliefs].sort((a, b) => b.shownAt - a.shownAt)) {
    const key = `${held.shownAt} ${held.templateId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [held]);
    else group.push(held);
  }
  return [...groups.values()];
}

/**
 * What a template is worth as a contrast question for beliefs that one wrong answer may have come from; 0: none. It is worth more the more of the evidence
 * it puts to the test, and most where it separates the beliefs from each other. None is the template that showed them, one asked since, one
 * whose variants are used up, and any once a belief was asked about often enough.
 */
export function contrastValue(
  template: PlannedTemplate,
  together: readonly HeldBelief[],
  now: number,
): number {
  const open = together.filter(({ contrasts }) => contrasts < mostContrasts);
  const told = open.filter(({ belief }) => template.beliefs.includes(belief));
  if (template.variantsLeft === 0 || !told.every((held) => isNewSince(template, held, now)))
    return 0;
  const evidence = told.reduce((sum, { share }) => sum + share, 0);
  const separated = pairsOf(open).reduce(
    (sum, [one, other]) => sum + 2 * one.share * other.share * separation(template, one, other),
    0,
  );
  return told.length === 0 ? 0 : evidence + separationWeight * separated;
}

function isNewSince(
  { id, lastSeenAt }: PlannedTemplate,
  { templateId, shownAt }: HeldBelief,
  now: number,
): boolean {
  if (id === templateId) return false;
  return lastSeenAt === null || (lastSeenAt < shownAt && now - lastSeenAt >= contrastPauseMs);
}

/** How likely a variant of the template separates two beliefs. */
function separation(template: PlannedTemplate, one: HeldBelief, other: HeldBelief): number {
  const lists = (held: HeldBelief): boolean => template.beliefs.includes(held.belief);
  if (!lists(one) || !lists(other)) return lists(one) || lists(other) ? unknownSeparation : 0;
  const pair = template.separates.find(
    ({ beliefs }) => beliefs.includes(one.belief) && beliefs.includes(other.belief),
  );
  return pair?.share ?? 0;
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).map((other) => [one, other] as const),
  );
}

/** What a template is worth as a contrast of anything held. */
export function bestContrastValue(
  template: PlannedTemplate,
  heldBeliefs: readonly HeldBelief[],
  now: number,
): number {
  return Math.max(
    0,
    ...heldTogether(heldBeliefs).map((together) => contrastValue(template, together, now)),
  );
}

/** The beliefs that a variant of a template should tell apart: those it lists of the wrong answer for which it is worth most. */
export function beliefsToContrast(
  templateId: string,
  { templates, heldBeliefs, now }: Pick<PlanInput, 'templates' | 'heldBeliefs' | 'now'>,
): readonly string[] {
  const template = templates.find(({ id }) => id === templateId);
  if (template === undefined) return [];
  let most = 0;
  let beliefs: readonly string[] = [];
  for (const together of heldTogether(heldBeliefs)) {
    const value = contrastValue(template, together, now);
    if (value <= most) continue;
    most = value;
    beliefs = together.map(({ belief }) => belief);
  }
  return beliefs.filter((belief) => template.beliefs.includes(belief));
}
