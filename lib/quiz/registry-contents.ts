import { parseDockerReference, type Sandbox, type World } from '../engine';

/**
 * Whether a registry holds an image under this very name: what was pushed from the sandbox lies over the catalogue's contents. (The
 * Engine API has no request for it that does not ask for the learner's credentials.)
 */
export function heldByRegistry(name: string, sandbox: Sandbox, world: World): boolean {
  const reference = parseDockerReference(name);
  if (!reference.ok || reference.value.tag === null) return false;
  const { domain, path, tag } = reference.value;
  return [sandbox.pushed[domain], world.catalogue.contents[domain]].some(
    (contents) => contents?.[path]?.[tag] !== undefined,
  );
}
