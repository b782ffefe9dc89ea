import { own } from '../kernel/own';
import type { Sandbox, World } from '../engine';
import { lookedUp } from './image-name';

/**
 * Whether a registry holds an image under this very name: what was pushed from the sandbox lies over the catalogue's contents. (The
 * Engine API has no request for it that does not ask for the learner's credentials.)
 */
export function heldByRegistry(name: string, sandbox: Sandbox, world: World): boolean {
  const reference = lookedUp(name);
  if (reference === null || reference.tag === null) return false;
  const { domain, path, tag } = reference;
  return [own(sandbox.pushed, domain), own(world.catalogue.contents, domain)].some(
    (contents) => own(own(contents ?? {}, path) ?? {}, tag) !== undefined,
  );
}
