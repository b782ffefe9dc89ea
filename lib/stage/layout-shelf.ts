import type { Box, RegistryDrawing } from './drawing';
import { flowHeight, flowLabels } from './flow-labels';
import { keyOf, type Marks } from './marks';
import { heights, most, type Measures } from './measures';
import type { Picture, RegistryEntry, RegistryPicture } from './picture';
import type { Plan } from './plan';

/** The registries of a picture and of the pictures around it: what a registry holds was there before it was pulled, unless it was pushed. */
function shelved(picture: Picture, plan: Plan): readonly RegistryPicture[] {
  const hosts = new Map<string, { user: string | null; entries: Map<string, RegistryEntry> }>();
  const shelf = (host: string) => {
    const known = hosts.get(host) ?? { user: null, entries: new Map<string, RegistryEntry>() };
    hosts.set(host, known);
    return known;
  };
  for (const { host, entries } of plan.rooms.flatMap(({ registries }) => registries)) {
    const known = shelf(host);
    for (const entry of entries) if (!entry.pushed) known.entries.set(entry.name, entry);
  }
  for (const { host, user, entries } of picture.registries) {
    const known = shelf(host);
    known.user = user;
    for (const entry of entries) known.entries.set(entry.name, entry);
  }
  return [...hosts]
    .sort(([a], [b]) => Number(b === 'docker.io') - Number(a === 'docker.io') || (a < b ? -1 : 1))
    .map(([host, { user, entries }]) => ({ host, user, entries: [...entries.values()] }));
}

/** The shelf from `top` down, what this step touched first where not everything has room. */
export function layoutShelf(
  picture: Picture,
  plan: Plan,
  marks: Marks,
  top: number,
  measures: Measures,
): { readonly registries: readonly RegistryDrawing[]; readonly bottom: number } {
  const { contentLeft, platesLeft, hostRight, bow, textSize, shelfBeside } = measures;
  let y = top;
  const registries = shelved(picture, plan).map(({ host, user, entries }): RegistryDrawing => {
    const touched = (entry: RegistryEntry) => marks.of(keyOf.entry(host, entry.name)) !== 'same';
    const kept = new Set(
      [...entries.filter(touched), ...entries.filter((entry) => !touched(entry))].slice(
        0,
        most.entries,
      ),
    );
    const drawn = entries.filter((entry) => kept.has(entry));
    const title = { x: platesLeft, y: y + 15, width: shelfBeside ? contentLeft - platesLeft : 300 };
    const left = shelfBeside ? contentLeft : platesLeft;
    const from = shelfBeside ? y : y + 22;
    const room = { x: left, y: from, width: (shelfBeside ? bow : hostRight) - left - 34 };
    const labels = flowLabels(
      drawn.map(({ name }) => name),
      room,
      textSize,
    ).map(({ box, text }, index) => {
      const key = keyOf.entry(host, drawn[index]?.name ?? '');
      return { key, box, text, mark: marks.of(key) };
    });
    const height = Math.max(shelfBeside ? heights.label : 0, flowHeight(labels, from));
    const lines = [...new Set(labels.map(({ box }) => box.y))];
    const last = labels.at(-1);
    y = from + height + 12;
    return {
      key: keyOf.registry(host),
      host,
      user,
      mark: marks.of(keyOf.registry(host)),
      title,
      entries: labels,
      more:
        entries.length === drawn.length || last === undefined
          ? null
          : {
              count: entries.length - drawn.length,
              x: last.box.x + last.box.width + 6,
              y: last.box.y + 15,
            },
      boards: lines.map((line): Box => ({
        x: left,
        y: line + heights.label,
        width: (shelfBeside ? bow : hostRight) - left,
        height: 3,
      })),
    };
  });
  return { registries, bottom: registries.length === 0 ? top : y };
}
