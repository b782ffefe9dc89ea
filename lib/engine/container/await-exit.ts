import { advance } from '../advance';
import { flagOf } from '../api/read-json';
import type { ApiRequest } from '../api/types';
import { draftContainer } from '../draft';
import { findImage } from '../image/find';
import { parseSignal } from '../process/signals';
import type { Container } from '../state';
import { putContainer, type Turn } from '../turn';
import { momentOf } from './agenda';
import { discard } from './discard';
import { LONGEST_EXIT_DELAY } from './exit-delay';

/**
 * A request about a container whose main process has just ended waits until the engine is done with that (it holds the container's lock meanwhile):
 * the clock moves on. Listings do not ask for the lock and show what was before (moby container/view.go). Returns what finishes such a request: a container that goes with
 * its end (`--rm`) is found and locked before it goes, so the request still sees it. Null when nothing was waited for.
 */
export function awaitExits(turn: Turn, request: ApiRequest): (() => void) | null {
  const { now, agenda } = turn.state;
  const first = agenda.active.first();
  // Most requests: nothing ends.
  if (first === undefined || momentOf(first[0]) > now + LONGEST_EXIT_DELAY) return null;
  const leaving: Container[] = [];
  let waited = false;
  for (const [key, id] of agenda.active) {
    if (momentOf(key) > now + LONGEST_EXIT_DELAY) break;
    const container = turn.state.containers.get(id);
    if (container?.state.kind !== 'running') continue;
    const { state, hostConfig } = container;
    if (!state.run.ending || !outlasts(turn, request, container)) continue;
    waited = true;
    const kept = draftContainer(container);
    kept.hostConfig = { ...hostConfig, AutoRemove: false };
    putContainer(turn, kept);
    advance(turn, state.run.ending.noticedAt);
    const ended = turn.state.containers.get(id);
    if (!ended || !hostConfig.AutoRemove) continue;
    const own = draftContainer(ended);
    own.hostConfig = hostConfig;
    putContainer(turn, own);
    leaving.push(container);
  }
  return waited ? () => leaving.forEach(({ id }) => removeEnded(turn, id)) : null;
}

function removeEnded(turn: Turn, id: string): void {
  const container = turn.state.containers.get(id);
  if (container?.state.kind === 'exited' && container.hostConfig.AutoRemove)
    discard(turn, container);
}

/**
 * Is a request answered only when the engine is done with the end of a container? Either it locks the container, or it takes longer than that anyway:
 * a start, a build, a commit, and whatever ends another container.
 */
function outlasts(
  turn: Turn,
  { method, path, query, body }: ApiRequest,
  { id, name, image }: Container,
): boolean {
  const means = (word: unknown): boolean =>
    typeof word === 'string' && word !== '' && (word === name || id.startsWith(word));
  const [, kind, word = '', action] = path.split('/');
  switch (kind) {
    case 'build':
    case 'commit':
      return true;
    case 'containers': {
      if (word === 'prune') return true;
      if (action === 'kill' && parseSignal(query?.['signal'] || 'KILL') === null) return false;
      const named = decodeURIComponent(word);
      if (means(named)) return true;
      const down = isDown(turn, named);
      if (action === 'start' || action === 'restart') return down === true;
      return down === false && endsIt(method, action, query);
    }
    case 'images':
      if (method === 'DELETE') return findImage(turn, imageWord(path))?.id === image;
      return method === 'POST' && word === 'prune';
    case 'networks':
      return means((body as { readonly Container?: unknown } | undefined)?.Container);
    default:
      return false;
  }
}

/** What a path names an image by: `/images/team/x:1`. */
const imageWord = (path: string): string => decodeURIComponent(path.slice('/images/'.length));

/** Whether a container is down, so that a start of it takes time and an end none; null where there is no such container. */
function isDown({ state }: Turn, word: string): boolean | null {
  const container = state.containers.get(state.names.get(word) ?? word);
  return container === undefined ? null : container.state.kind !== 'running';
}

/** Does a request return only when the container that it names has ended: a stop, a kill, a forced removal? */
function endsIt(method: string, action: string | undefined, query: ApiRequest['query']): boolean {
  if (action === 'kill') return parseSignal(query?.['signal'] || 'KILL') === 'KILL';
  return (
    action === 'stop' || (method === 'DELETE' && action === undefined && flagOf(query?.['force']))
  );
}
