import type { Box, RegistryDrawing } from './drawing';
import { flowHeight, flowLabels } from './flow-labels';
import { keyOf, type Marks } from './marks';
import { heights, most, type Measures } from './measures';
import type { Picture, RegistryEntry, RegistryPicture } from './picture';
import type { Plan } from './plan';

/** A registry with everything that room is kept for on its shelf. */
interface Shelved extends RegistryPicture {
  readonly room: { readonly entries: readonly RegistryEntry[]; readonly user: boolean };
}

/** The registries of a picture and of the pictures around it: what a registry holds was there before it was pulled, unless it was pushed. */
function shelved(picture: Picture, plan: Plan): readonly Shelved[] {
  const all = [...plan.rooms, picture].flatMap(({ registries }) => registries);
  const hosts = [...new Set(all.map(({ host }) => host))].sort(
    (a, b) => Number(b === 'docker.io') - Number(a === 'docker.io') || (a < b ? -1 : 1),
  );
  return hosts.map((host): Shelved => {
    const known = all.filter((registry) => registry.host === host);
    const now = picture.registries.find((registry) => registry.host === host);
    const ever = distinct(known.flatMap(({ entries }) => entries));
    const held = distinct([
      ...ever.filter(({ pushed }) => !pushed),
      ...(now === undefined ? [] : now.entries),
    ]);
    return {
      host,
      user: now?.user ?? null,
      entries: held,
      room: {
        entries: [...ever.filter(({ pushed }) => !pushed), ...ever.filter(({ pushed }) => pushed)],
        user: known.some(({ user }) => user !== null),
      },
    };
  });
}

/** One entry of each name, the last one. */
function distinct(entries: readonly RegistryEntry[]): readonly RegistryEntry[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

/** The shelf from `top` down, what this step touched first where not everything has room. */
export function layoutShelf(
  picture: Picture,
  plan: Plan,
  marks: Marks,
  top: number,
  measures: Measures,
): { readonly registries: readonly RegistryDrawing[]; readonly bottom: number } {
  const { contentLeft, platesLeft, hostRight, textSize, shelfBeside } = measures;
  let y = top;
  const registries = shelved(picture, plan).map(
    ({ host, user, entries, room: kept }): RegistryDrawing => {
      const touched = (entry: RegistryEntry) => marks.of(keyOf.entry(host, entry.name)) !== 'same';
      const chosen = new Set(
        [...entries.filter(touched), ...entries.filter((entry) => !touched(entry))].slice(
          0,
          most.entries,
        ),
      );
      const drawn = entries.filter((entry) => chosen.has(entry));
      const title = {
        x: platesLeft,
        y: y + 15,
        width: shelfBeside ? contentLeft - platesLeft : 190,
      };
      const left = shelfBeside ? contentLeft : platesLeft;
      const from = shelfBeside ? y : y + 22;
      const room = { x: left, y: from, width: hostRight - left - 34 };
      const flow = (some: readonly RegistryEntry[]) =>
        flowLabels(
          some.slice(0, most.entries).map(({ name }) => name),
          room,
          textSize,
        );
      const labels = flow(drawn).map(({ box, text }, index) => {
        const key = keyOf.entry(host, drawn[index]?.name ?? '');
        return { key, box, text, mark: marks.of(key) };
      });
      const height = Math.max(
        shelfBeside ? heights.label : 0,
        flowHeight(labels, from),
        flowHeight(flow(kept.entries), from),
      );
      const lines = [...new Set(labels.map(({ box }) => box.y))];
      const last = labels.at(-1);
      // Beside the shelf a login stands on a line of its own.
      y = from + height + 12 + (shelfBeside && kept.user ? 12 : 0);
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
          width: hostRight - left,
          height: 3,
        })),
      };
    },
  );
  return { registries, bottom: registries.length === 0 ? top : y };
}
