import type { Change } from './changes-between';

/** Kinds that say the same of several names at once: `a`, `b` are gone. */
const groupable: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  'image-pulled',
  'image-named',
  'image-unnamed',
  'image-removed',
  'container-made',
  'container-state',
  'container-restarted',
  'container-removed',
  'volume-made',
  'volume-removed',
  'network-made',
  'network-removed',
]);

/** Changes that are told in one clause, the first one standing for what they have in common. */
export interface ChangeGroup {
  readonly first: Change;
  readonly names: readonly string[];
}

function nameOf(change: Change): string {
  return 'name' in change && change.name !== null ? change.name : '';
}

/** What two changes must have in common to be told together: all but whom they befall. */
function likeness(change: Change): string {
  const { kind } = change;
  const registry = 'registry' in change ? change.registry : '';
  const image = kind === 'image-named' || kind === 'image-unnamed' ? change.image : '';
  const anonymous = 'anonymous' in change ? String(change.anonymous) : '';
  const state =
    kind === 'container-state' || kind === 'container-made'
      ? `${kind === 'container-state' ? change.before : ''}/${change.state}/${change.exitCode ?? ''}`
      : '';
  return [kind, registry, image, anonymous, state].join('|');
}

/** Puts together what is told together, in the order of the first of each. */
export function changeGroups(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, { first: Change; names: string[] }>();
  for (const [index, change] of changes.entries()) {
    const key = groupable.has(change.kind) ? likeness(change) : `${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: change, names: [nameOf(change)] });
    else group.names.push(nameOf(change));
  }
  return [...groups.values()];
}
