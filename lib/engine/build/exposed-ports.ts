import { refuse } from '../errors';
import { isIpAddress } from '../cli/options/ip-address';

const LAST_PORT = 65_535;
/** How many ports an image may expose. */
export const MOST_PORTS = 500;
const PROTOCOLS = ['tcp', 'udp', 'sctp'];

function rangeOf(text: string): readonly [first: number, last: number] | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return null;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return first <= last && last <= LAST_PORT ? [first, last] : null;
}

/** The container ports of `80`, `80/udp`, `8000-8010`, `127.0.0.1:80:80` (docker/go-connections nat.ParsePortSpec). */
export function exposedPorts(word: string): readonly string[] {
  const parts = word.split(':');
  const last = parts.at(-1) ?? '';
  const address =
    parts.length > 2
      ? parts
          .slice(0, -2)
          .join(':')
          .replace(/^\[(.*)\]$/, '$1')
      : '';
  const slash = last.indexOf('/');
  const protocol = slash < 0 ? 'tcp' : last.slice(slash + 1) || 'tcp';
  const ports = slash < 0 ? last : last.slice(0, slash);
  if (address !== '' && !isIpAddress(address))
    refuse('invalid-parameter', `invalid IP address: ${address}`);
  if (ports === '') refuse('invalid-parameter', `no port specified: ${word}<empty>`);
  const range = rangeOf(ports);
  if (!range) return refuse('invalid-parameter', `invalid containerPort: ${ports}`);
  const host = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  if (host !== '' && !rangeOf(host)) refuse('invalid-parameter', `invalid hostPort: ${host}`);
  if (!PROTOCOLS.includes(protocol.toLowerCase()))
    refuse('invalid-parameter', `invalid proto: ${protocol}`);
  const [first, end] = range;
  if (end - first >= MOST_PORTS)
    refuse('invalid-parameter', `more than ${MOST_PORTS} exposed ports are not simulated`);
  return Array.from(
    { length: end - first + 1 },
    (_, index) => `${first + index}/${protocol.toLowerCase()}`,
  );
}
