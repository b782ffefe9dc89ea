import { containersOf } from '../container/list';
import { findContainer } from '../container/find';
import { healthStatus } from '../container/health';
import { findImage } from '../image/find';
import { networkId } from '../network/bridge';
import { requestedNetworks } from '../network/endpoints';
import { refuse } from '../errors';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { containerSummaryJson, listedPorts } from './container-json';
import {
  checkFilters,
  matchesLabels,
  matchesText,
  readBoolean,
  readFilters,
  type Filters,
} from './filters';
import { flagOf } from './read-json';

const KNOWN = [
  'ancestor',
  'before',
  'expose',
  'exited',
  'health',
  'id',
  'isolation',
  'is-task',
  'label',
  'name',
  'network',
  'publish',
  'since',
  'status',
  'volume',
];
const STATES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const MOST_PORT = 65_535;
const HEALTHS = ['none', 'starting', 'healthy', 'unhealthy'];

/** `GET /containers/json`: newest first; without `all`, `limit` or a status only what runs (moby daemon/list.go). */
export function listContainers(
  turn: Turn,
  query: Readonly<Record<string, string>>,
): readonly unknown[] {
  const filters = readFilters(query['filters']);
  checkFilters(filters, KNOWN);
  for (const status of filters.get('status') ?? [])
    if (!STATES.includes(status))
      refuse(
        'invalid-parameter',
        `invalid filter 'status=${status}': invalid value for state (${status}): must be one of ${STATES.join(', ')}`,
      );
  for (const code of filters.get('exited') ?? [])
    if (!/^-?\d+$/.test(code))
      refuse(
        'invalid-parameter',
        `invalid filter 'exited=${code}': strconv.Atoi: parsing ${JSON.stringify(code)}: invalid syntax`,
      );
  for (const health of filters.get('health') ?? [])
    if (!HEALTHS.includes(health))
      refuse(
        'invalid-parameter',
        `invalid filter 'health=${health}': invalid value for health (${health}): must be one of ${HEALTHS.join(', ')}`,
      );
  for (const key of ['publish', 'expose'])
    for (const value of filters.get(key) ?? []) checkPorts(key, value);
  if (readBoolean(filters, 'is-task') === true) return [];
  const limit = Number(query['limit'] ?? 0);
  const everything =
    flagOf(query['all']) || limit > 0 || filters.has('status') || filters.has('exited');
  const accepts = predicate(turn, filters);
  const newest = [...containersOf(turn.state)].reverse();
  const size = flagOf(query['size']);
  const chosen: unknown[] = [];
  for (const container of newest) {
    const up = ['running', 'paused', 'restarting'].includes(container.state.kind);
    if ((!everything && !up) || !accepts(container)) continue;
    chosen.push(containerSummaryJson(turn, container, size));
    if (limit > 0 && chosen.length === limit) break;
  }
  return chosen;
}

function anyOf(filters: Filters, key: string, accepts: (value: string) => boolean): boolean {
  const values = filters.get(key);
  return values === undefined || values.length === 0 || values.some(accepts);
}

function predicate(turn: Turn, filters: Filters): (container: Container) => boolean {
  const reference = (key: string): Container | null => {
    const [word] = filters.get(key) ?? [];
    if (word === undefined) return null;
    return findContainer(turn.state, word) ?? refuse('not-found', `No such container: ${word}`);
  };
  const before = reference('before');
  const since = reference('since');
  const ancestors = filters.has('ancestor')
    ? ancestorIds(turn, filters.get('ancestor') ?? [])
    : null;
  return (container) => {
    const { state, config, mounts } = container;
    return (
      (before === null || container.ordinal < before.ordinal) &&
      (since === null || container.ordinal > since.ordinal) &&
      anyOf(filters, 'id', (value) => container.id.startsWith(value)) &&
      anyOf(filters, 'name', (value) => matchesName(container.name, value)) &&
      anyOf(filters, 'status', (value) => state.kind === value) &&
      anyOf(
        filters,
        'exited',
        (value) => state.kind === 'exited' && state.last.exitCode === Number(value),
      ) &&
      matchesLabels(config.Labels ?? {}, filters.get('label') ?? []) &&
      (ancestors === null || ancestors.has(container.image)) &&
      anyOf(filters, 'volume', (value) =>
        mounts.some(
          (mount) =>
            mount.path === value ||
            (mount.kind === 'volume' && mount.name === value) ||
            (mount.kind === 'bind' && mount.source === value),
        ),
      ) &&
      hasPort(container, filters) &&
      anyOf(filters, 'network', (value) =>
        requestedNetworks(container).some(
          ([name, { NetworkID: id }]) =>
            name === value || id === value || networkId(name) === value,
        ),
      ) &&
      anyOf(filters, 'health', (value) => value === (healthStatus(container) ?? 'none'))
    );
  };
}

/** The name matches the pattern, with or without its slash (moby daemon/list.go includeContainerInList). */
function matchesName(name: string, wanted: string): boolean {
  return matchesText([wanted], name) || matchesText([wanted], `/${name}`);
}

/** The images named and everything committed from them. */
function ancestorIds(turn: Turn, words: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const word of words) {
    const image = findImage(turn, word);
    if (image) ids.add(image.id);
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const image of turn.state.images.values())
      if (ids.has(image.parent) && !ids.has(image.id)) {
        ids.add(image.id);
        grown = true;
      }
  }
  return ids;
}

/** Refuses what is no port and no range of ports (moby daemon/list.go portOp, docker/go-connections nat.ParsePortRange). */
function checkPorts(key: string, value: string): void {
  if (value.includes(':'))
    refuse('internal', `filter for '${key}' should not contain ':': ${value}`);
  const [range = ''] = value.split('/');
  const ends = range.split('-');
  const wrong = ends.slice(0, 2).find((end) => !isPort(end));
  const reason =
    wrong !== undefined
      ? `strconv.ParseUint: parsing ${JSON.stringify(wrong)}: ${/^\d+$/.test(wrong) ? 'value out of range' : 'invalid syntax'}`
      : Number(ends[1] ?? ends[0]) < Number(ends[0])
        ? `invalid range specified for port: ${range}`
        : null;
  if (reason !== null) refuse('internal', `error while looking up for ${key} ${value}: ${reason}`);
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= MOST_PORT;
}

/** Does a container that runs publish or expose one of the ports asked for? (moby daemon/list.go includeContainerInList) */
function hasPort(container: Container, filters: Filters): boolean {
  const published = filters.get('publish') ?? [];
  const exposed = filters.get('expose') ?? [];
  if (published.length === 0 && exposed.length === 0) return true;
  return listedPorts(container).some(
    ({ PublicPort: outer = 0, PrivatePort: inner, Type: type }) =>
      published.some((range) => isIn(range, outer, type)) ||
      exposed.some((range) => isIn(range, inner, type)),
  );
}

function isIn(wanted: string, port: number, type: string): boolean {
  const [range = '', protocol = 'tcp'] = wanted.split('/');
  const [first = '0', last = first] = range.split('-');
  return type === protocol && port >= Number(first) && port <= Number(last);
}
