import { numberOf, textOf, membersOf } from '../../api/read-json';

/** The PORTS column: published ports with their addresses, ranges of neighbouring ports joined (docker/cli formatter DisplayablePorts). */
export function displayPorts(ports: readonly unknown[]): string {
  const list = ports.map((port) => {
    const json = membersOf(port);
    return {
      ip: textOf(json['IP']),
      inner: numberOf(json['PrivatePort']),
      outer: numberOf(json['PublicPort']),
      type: textOf(json['Type']),
    };
  });
  list.sort(
    (a, b) =>
      a.inner - b.inner ||
      (a.ip < b.ip ? -1 : a.ip > b.ip ? 1 : 0) ||
      a.outer - b.outer ||
      (a.type < b.type ? -1 : 1),
  );
  const ranges = new Map<string, { first: number; last: number }>();
  const keys: string[] = [];
  const lines: string[] = [];
  const mappings: string[] = [];
  for (const port of list) {
    const address = port.ip.includes(':') ? `[${port.ip}]` : port.ip;
    let key = port.type;
    if (port.ip !== '') {
      if (port.outer !== port.inner) {
        mappings.push(`${address}:${port.outer}->${port.inner}/${port.type}`);
        continue;
      }
      key = `${address}/${port.type}`;
    }
    const range = ranges.get(key);
    if (!range) {
      ranges.set(key, { first: port.inner, last: port.inner });
      keys.push(key);
    } else if (port.inner === range.last + 1) range.last = port.inner;
    else {
      lines.push(rangeText(key, range));
      ranges.set(key, { first: port.inner, last: port.inner });
    }
  }
  for (const key of keys) {
    const range = ranges.get(key);
    if (range) lines.push(rangeText(key, range));
  }
  return [...lines, ...mappings].join(', ');
}

function rangeText(
  key: string,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const slash = key.indexOf('/');
  const ip = slash < 0 ? '' : key.slice(0, slash);
  const type = slash < 0 ? key : key.slice(slash + 1);
  const group = first === last ? String(first) : `${first}-${last}`;
  return ip === '' ? `${group}/${type}` : `${ip}:${group}->${group}/${type}`;
}
