import type { ImagePicture } from './picture';

/** A layer where it lies: on the layers below it. Images that begin with the same layers share its node, as they share the layer in Docker. */
export interface LayerNode {
  /** The ids from the base up to this layer. */
  readonly key: string;
  readonly depth: number;
  readonly children: readonly LayerNode[];
  /** Ids of the images that end here. */
  readonly ends: readonly string[];
}

interface Growing {
  readonly key: string;
  readonly depth: number;
  readonly children: Map<string, Growing>;
  readonly ends: string[];
}

/** The layers of all images as a forest, in the order of the images. The node without a layer at the top holds the base layers. */
export function layerTree(images: readonly Pick<ImagePicture, 'id' | 'layers'>[]): LayerNode {
  const root: Growing = { key: '', depth: -1, children: new Map(), ends: [] };
  for (const { id, layers } of images) {
    let node = root;
    for (const layer of layers) {
      let next = node.children.get(layer.id);
      if (next === undefined) {
        const key = `${node.key}/${layer.id}`;
        next = { key, depth: node.depth + 1, children: new Map(), ends: [] };
        node.children.set(layer.id, next);
      }
      node = next;
    }
    node.ends.push(id);
  }
  return grown(root);
}

function grown({ key, depth, children, ends }: Growing): LayerNode {
  return { key, depth, ends, children: [...children.values()].map(grown) };
}

/** The images of a node and of everything above it, its own first. */
export function imagesOn(node: LayerNode): readonly string[] {
  return [...node.ends, ...node.children.flatMap(imagesOn)];
}

/** A node and everything above it. */
export function nodesFrom(node: LayerNode): readonly LayerNode[] {
  return [node, ...node.children.flatMap(nodesFrom)];
}
