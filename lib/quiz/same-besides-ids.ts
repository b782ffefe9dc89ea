import { serialise, type Sandbox } from '../engine';

const generated = /\b(?:sha256:)?[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g;
const isoTime = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d)?/g;

/** Members that tell how a host came to be, not how it is: its seed, its counters, its record of events. */
const ofTheWay: readonly string[] = ['seed', 'commands', 'made', 'history'];

/** From here on a number is a moment: milliseconds since the epoch in this century. */
const firstMoment = 946_684_800_000;

/**
 * Whether two hosts are the same but for generated ids and times. What is kept by id is compared as a bag of values; names, addresses, ports and the order in which containers
 * were made all count, so that hosts which an id or a time alone tells apart are the same, and no others.
 */
export function sameBesidesIds(a: Sandbox, b: Sandbox): boolean {
  return essence(a) === essence(b);
}

function essence(sandbox: Sandbox): string {
  const stored = JSON.parse(serialise(sandbox)) as Readonly<Record<string, unknown>>;
  return spell(
    Object.fromEntries(Object.entries(stored).filter(([name]) => !ofTheWay.includes(name))),
  );
}

function spell(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.replace(generated, '#id').replace(isoTime, '#time'));
  if (typeof value === 'number') return value >= firstMoment ? '#time' : String(value);
  if (Array.isArray(value)) return `[${value.map(spell).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${spell(name)}:${spell(member)}`);
  return `{${members.sort().join(',')}}`;
}
