import { own } from '../../kernel/own';
import { manifestDocument } from '../image/manifest';
import { format, tagNameOnly, type Reference } from '../reference';
import type { Turn } from '../turn';
import { isLoopback } from './connect';
import { maySee, reach, tagsOf, type Credentials } from './remote';

/** A manifest as its registry keeps it. */
interface StoredManifest {
  readonly digest: string;
  /** The document to the letter. */
  readonly document: string;
}

const DENIED =
  'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n';

/**
 * Reads the manifest of an image where it lies, as `docker manifest inspect` does without the engine; a text is the reason why it cannot (docker/cli
 * cli/registry/client). `insecure`: registries without encryption are asked too.
 */
export function readManifest(
  turn: Turn,
  reference: Reference,
  credentials: Credentials | null,
  insecure: boolean,
): StoredManifest | string {
  const full = tagNameOnly(reference);
  const missing = `no such manifest: ${format(full)}`;
  const reached = reach(turn, full, credentials);
  if (reached.kind === 'nowhere') return missing;
  if (reached.kind === 'unreachable')
    return `failed to configure transport: error pinging v2 registry: ${reached.error}`;
  const { registry, account } = reached.remote;
  if (isLoopback(registry.host) && !insecure) return missing;
  if (registry.pull === 'account' && account === null) return missing;
  const tags = maySee(turn, reached.remote) ? tagsOf(turn, reached.remote) : {};
  if (Object.keys(tags).length === 0 && registry.push === 'own-namespace') return DENIED;
  const manifest =
    full.digest === null
      ? own(tags, full.tag ?? 'latest')
      : Object.values(tags).find(({ digest }) => digest === full.digest);
  if (!manifest) return missing;
  const document = manifestDocument(
    manifest.image,
    (diffId) => turn.state.layers.get(diffId) ?? turn.world.catalogue.layers[diffId],
  );
  return { digest: manifest.digest, document };
}
