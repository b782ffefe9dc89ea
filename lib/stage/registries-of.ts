import { own } from '../kernel/own';
import { parseNormalizedNamed, type Sandbox, type World } from '../engine';
import type { RegistryEntry, RegistryPicture } from './picture';

/** A local image with the names and digests under which the store keeps it, as `docker images` prints them. */
interface LocalImage {
  readonly tags: readonly string[];
  readonly digests: readonly string[];
}

const dockerHub = 'docker.io';

/** Docker Hub as the command line's login stores it. */
const hubLogin = 'https://index.docker.io/v1/';

/** As it is written after the host: `nginx:latest` for the official image. */
function entryName(host: string, path: string, tag: string): string {
  const shown = host === dockerHub ? path.replace(/^library\//, '') : path;
  return `${shown}:${tag}`;
}

const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** The registries that this host has to do with, by host; Docker Hub first. */
export function registriesOf(
  sandbox: Sandbox,
  world: World,
  images: readonly LocalImage[],
): readonly RegistryPicture[] {
  const { contents } = world.catalogue;
  const found = new Map<string, Map<string, RegistryEntry>>();
  const entriesOf = (host: string): Map<string, RegistryEntry> => {
    const entries = found.get(host) ?? new Map<string, RegistryEntry>();
    found.set(host, entries);
    return entries;
  };
  for (const { tags, digests } of images) {
    const names = tags.flatMap((tag) => namedOf(tag));
    for (const { domain, path, digest } of digests.flatMap((each) => namedOf(each))) {
      const held = Object.entries(own(own(contents, domain) ?? {}, path) ?? {}).filter(
        ([, manifest]) => manifest.digest === digest,
      );
      const named = held.filter(([tag]) =>
        names.some((name) => name.domain === domain && name.path === path && name.tag === tag),
      );
      for (const [tag, { image }] of named.length > 0 ? named : held.slice(0, 1)) {
        const name = entryName(domain, path, tag);
        entriesOf(domain).set(name, { name, image: shortId(image.id), pushed: false });
      }
    }
  }
  for (const [host, repositories] of Object.entries(sandbox.pushed)) {
    for (const [path, tags] of Object.entries(repositories)) {
      for (const [tag, { image }] of Object.entries(tags)) {
        const name = entryName(host, path, tag);
        entriesOf(host).set(name, { name, image: shortId(image.id), pushed: true });
      }
    }
  }
  const users = new Map(
    Object.entries(sandbox.client.logins).map(([host, { username }]) => [
      host === hubLogin ? dockerHub : host,
      username,
    ]),
  );
  for (const host of users.keys()) entriesOf(host);
  return [...found.keys()]
    .sort((a, b) => Number(b === dockerHub) - Number(a === dockerHub) || (a < b ? -1 : 1))
    .map((host) => ({
      host,
      user: users.get(host) ?? null,
      entries: [...entriesOf(host).values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    }));
}

function namedOf(text: string) {
  const parsed = parseNormalizedNamed(text);
  return parsed.ok ? [parsed.value] : [];
}
