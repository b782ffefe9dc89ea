import { dispatch } from '../../api/dispatch';
import type { ApiRequest } from '../../api/types';
import { resolvePath } from '../../files/path';
import type { BuiltFrom } from '../../state';
import type { Turn } from '../../turn';
import type { Client } from '../client';
import { isReported, segment } from '../command';
import type { ParsedFlags } from '../flags';
import { buildContext } from './build-context';
import { homeFile } from './files';
import { tellBuild } from './tell-build';

/** Ids of what a rebuilding makes are numbered from here, far behind those that the command itself makes. */
const FIRST_OWN = 1_000;

/**
 * For whoever takes a Dockerfile for the image (the rule `builtImageStandsAlone`): images whose Dockerfile has changed since they were built are built
 * again before a command sees them, and those whose Dockerfile is gone lose their names. Nothing of it is told, and no other id shifts.
 */
export function followDockerfiles(client: Client): void {
  const { builds = [] } = client.settings;
  const followed = builds.flatMap((built) => follow(client, built) ?? []);
  if (followed.length < builds.length || followed.some((built, index) => built !== builds[index]))
    client.saveSettings({ ...client.settings, builds: followed });
}

/** Remembers what a build in a folder was made from. A later build under the same names takes the place of an earlier one. */
export function rememberBuild(
  client: Client,
  flags: ParsedFlags,
  sent: Pick<BuiltFrom, 'query' | 'image'> & { readonly dockerfile: string },
): void {
  const [source = ''] = flags.args;
  const file = flags.string('file');
  if (source === '-' || file === '-') return;
  const folder = resolvePath(client.cwd, source);
  const dockerfile =
    file === '' ? resolvePath(folder, sent.dockerfile) : resolvePath(client.cwd, file);
  const { builds = [], ...settings } = client.settings;
  const { query, image } = sent;
  const others = builds.filter((built) => built.query['t'] !== query['t']);
  const text = homeFile(client, dockerfile);
  if (text !== null)
    client.saveSettings({
      ...settings,
      builds: [...others, { folder, dockerfile, text, query, image }],
    });
}

/** The build as it stands now; null when there is no Dockerfile any more. */
function follow(client: Client, built: BuiltFrom): BuiltFrom | null {
  const text = homeFile(client, built.dockerfile);
  if (text === built.text) return built;
  if (text === null) {
    for (const name of (built.query['t'] ?? '').split('\n').filter((word) => word !== ''))
      quietly(client.turn, {
        method: 'DELETE',
        path: `/images/${segment(name)}`,
        query: { force: '1' },
      });
    return null;
  }
  const image = rebuild(client, built);
  if (image !== '' && image !== built.image)
    quietly(client.turn, { method: 'DELETE', path: `/images/${segment(built.image)}` });
  return { ...built, text, image: image === '' ? built.image : image };
}

/** The id of the image as its Dockerfile says it now; `''` when it cannot be built, and the image then stays as it was. */
function rebuild(client: Client, { folder, dockerfile, query }: BuiltFrom): string {
  try {
    const context = buildContext(client, folder, dockerfile);
    const body = { files: context.files };
    const messages = quietly(client.turn, {
      method: 'POST',
      path: '/build',
      query: { ...query, dockerfile: context.dockerfile, q: '0' },
      body,
    });
    return tellBuild(messages).imageId;
  } catch (failure) {
    if (!isReported(failure)) throw failure;
    return '';
  }
}

/** Does something that nobody is told of; the messages of the answer. What the engine refuses leaves everything as it was. */
function quietly(turn: Turn, request: ApiRequest): readonly unknown[] {
  const inner: Turn = { ...turn, made: new Map([['container', FIRST_OWN]]) };
  const { body } = dispatch(inner, request);
  turn.state = inner.state;
  turn.logged = inner.logged;
  return body.kind === 'messages' ? body.messages : [];
}
