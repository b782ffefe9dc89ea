import { matchesLabels, type Filters } from '../api/filters';
import type { EngineEvent } from '../events';
import { familiarName, parseNormalizedNamed } from '../reference';

const KINDS = [
  'daemon',
  'container',
  'plugin',
  'volume',
  'network',
  'node',
  'service',
  'secret',
  'config',
];
/** Actions that go on behind a colon: `exec_start: sh -c …`. Naming one of them makes every word the beginning of an action. */
const WITH_DETAILS = ['health_status', 'exec_create', 'exec_start'];

function isOneOf(words: readonly string[] | undefined, text: string): boolean {
  return words === undefined || words.length === 0 || words.includes(text);
}

function beginsWithOneOf(words: readonly string[] | undefined, text: string): boolean {
  return words === undefined || words.length === 0 || words.some((word) => text.startsWith(word));
}

function withoutTag(name: string): string {
  const named = parseNormalizedNamed(name);
  return named.ok ? familiarName(named.value) : name;
}

function matchesImage(words: readonly string[] | undefined, event: EngineEvent): boolean {
  const { type, actor, attributes } = event;
  const name = attributes[type === 'image' ? 'name' : 'image'] ?? '';
  return [actor, name, withoutTag(actor), withoutTag(name)].some((each) => isOneOf(words, each));
}

/** Is an event wanted (moby daemon/events/filter.go)? */
export function matchesEvent(filters: Filters, event: EngineEvent): boolean {
  const { type, action, actor, attributes } = event;
  const actions = filters.get('event');
  const detailed = actions?.some((word) => WITH_DETAILS.includes(word)) === true;
  return (
    (detailed ? beginsWithOneOf(actions, action) : isOneOf(actions, action)) &&
    isOneOf(filters.get('type'), type) &&
    isOneOf(filters.get('scope'), 'local') &&
    KINDS.every((kind) =>
      [actor, attributes['name'] ?? ''].some((each) => beginsWithOneOf(filters.get(kind), each)),
    ) &&
    matchesImage(filters.get('image'), event) &&
    matchesLabels(attributes, filters.get('label') ?? [])
  );
}
