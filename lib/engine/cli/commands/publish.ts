import type { PortBinding } from '../../docker-json';
import type { Rules } from '../../rules';
import { CommandError } from '../client';

/** One port of a `-p`. */
export interface Published {
  /** `80/tcp` */
  readonly port: string;
  readonly binding: PortBinding;
}

type Span = readonly [first: number, last: number];

/** `8080`, `8080-8090`; null when malformed or out of range. */
function span(text: string): Span | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last && last <= 65_535 ? [first, last] : null;
}

/** Reads `[[ip:]hostPort:]containerPort[/protocol]` (docker/go-connections nat.ParsePortSpec). */
export function parsePublish(text: string, mapping: Rules['portMapping']): readonly Published[] {
  const slash = text.lastIndexOf('/');
  const protocol = slash < 0 ? 'tcp' : text.slice(slash + 1).toLowerCase();
  const { ip, first, second } = split(slash < 0 ? text : text.slice(0, slash));
  if (ip !== '' && !isAddress(ip)) throw new CommandError(`invalid IP address: ${ip}`);
  const typed = second === null ? { host: '', container: first } : mapping({ first, second });
  if (typed.container === '') throw new CommandError(`no port specified: ${text}<empty>`);
  const inner = span(typed.container);
  if (!inner) throw new CommandError(`invalid containerPort: ${typed.container}`);
  const outer = typed.host === '' ? null : span(typed.host);
  if (typed.host !== '' && !outer) throw new CommandError(`invalid hostPort: ${typed.host}`);
  const width = inner[1] - inner[0];
  if (outer && outer[1] - outer[0] !== width && width > 0)
    throw new CommandError(
      `invalid ranges specified for container and host Ports: ${typed.container} and ${typed.host}`,
    );
  if (!['tcp', 'udp', 'sctp'].includes(protocol))
    throw new CommandError(`invalid proto: ${protocol}`);
  const list: Published[] = [];
  for (let offset = 0; offset <= width; offset++) {
    const hostPort = outer === null ? '' : width === 0 ? typed.host : String(outer[0] + offset);
    list.push({
      port: `${inner[0] + offset}/${protocol}`,
      binding: { HostIp: ip, HostPort: hostPort },
    });
  }
  return list;
}

function split(text: string): {
  readonly ip: string;
  readonly first: string;
  readonly second: string | null;
} {
  const parts = text.split(':');
  const last = parts.pop() ?? '';
  if (parts.length === 0) return { ip: '', first: last, second: null };
  const host = parts.pop() ?? '';
  return { ip: parts.join(':').replace(/^\[|\]$/g, ''), first: host, second: last };
}

function isAddress(ip: string): boolean {
  if (ip.includes(':'))
    return /^[0-9a-f:.]+$/i.test(ip) && ip.split('::').length <= 2 && ip.split(':').length >= 3;
  const parts = ip.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}
