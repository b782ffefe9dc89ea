/** The topics of the course, in teaching order. */
export const topics = [
  'image',
  'container',
  'docker',
  'lifecycle',
  'run',
  'name',
  'registry',
  'make',
] as const;

export type Topic = (typeof topics)[number];

/** What a concept's id begins with, where that is not its topic's own name. */
const topicOfTheme: Readonly<Record<string, Topic>> = {
  benefit: 'image',
  relation: 'container',
  component: 'docker',
  network: 'run',
  data: 'run',
  walkthrough: 'make',
};

/** The topic that a concept belongs to: `data.volume` to `run`. A concept of no known theme belongs to the last. */
export function topicOf(conceptId: string): Topic {
  const theme = conceptId.split('.')[0] ?? '';
  return topicOfTheme[theme] ?? topics.find((topic) => topic === theme) ?? 'make';
}

/** Concepts by topic, topics in order, empty ones left out. */
export function byTopic<T extends { readonly id: string }>(
  concepts: readonly T[],
): readonly { readonly topic: Topic; readonly concepts: readonly T[] }[] {
  return topics
    .map((topic) => ({ topic, concepts: concepts.filter(({ id }) => topicOf(id) === topic) }))
    .filter(({ concepts: members }) => members.length > 0);
}
