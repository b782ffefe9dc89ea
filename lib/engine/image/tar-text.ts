import type { Layer } from '../catalogue';
import type { Sandbox } from '../state';
import type { World } from '../world';
import { readTar, sizeOfTar, writeTar } from './archive';
import { contentOfItems } from './content-of-items';
import { itemsOfTar, type TarItem } from './tar-items';

function layersOf(sandbox: Sandbox, world: World): (diffId: string) => Layer | undefined {
  return (diffId) => sandbox.layers.get(diffId) ?? world.catalogue.layers[diffId];
}

/** The text that stands for a tar that a client has sent: its entries, and how many bytes it had. */
export function textOfTar(
  items: readonly TarItem[],
  length: number,
  sandbox: Sandbox,
  world: World,
): string {
  return writeTar(contentOfItems(items, length, layersOf(sandbox, world)), length);
}

/** The entries of the tar that a text of the engine stands for, and how long it is at least; null when the text is something else. */
export function tarOfText(
  text: string,
  sandbox: Sandbox,
  world: World,
): { readonly items: readonly TarItem[]; readonly size: number } | null {
  const content = readTar(text);
  if (content === null) return null;
  return { items: itemsOfTar(content, layersOf(sandbox, world)), size: sizeOfTar(text) ?? 0 };
}
