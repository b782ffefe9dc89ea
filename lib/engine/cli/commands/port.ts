import { membersOf, textOf } from '../../api/read-json';
import { CommandError } from '../client';
import { command, segment } from '../command';
import { cut } from '../options/csv';
import { goQuote } from '../template/go-quote';

/** `0.0.0.0:8080`, `[::]:8080` */
function address(binding: unknown): string {
  const json = membersOf(binding);
  const ip = textOf(json['HostIp']);
  return `${ip.includes(':') ? `[${ip}]` : ip}:${textOf(json['HostPort'])}`;
}

export const port = command({ min: 1, max: 2 }, (client, flags) => {
  const [name = '', wanted] = flags.args;
  const json = membersOf(client.json({ method: 'GET', path: `/containers/${segment(name)}/json` }));
  const ports = membersOf(membersOf(json['NetworkSettings'])['Ports']);
  if (wanted !== undefined) {
    const [number, protocol] = cut(wanted, '/');
    const quoted = goQuote(number);
    if (!/^\d+$/.test(number))
      throw new CommandError(
        `Error: invalid port (${number}): strconv.ParseUint: parsing ${quoted}: invalid syntax`,
      );
    if (Number(number) > 65_535)
      throw new CommandError(
        `Error: invalid port (${number}): strconv.ParseUint: parsing ${quoted}: value out of range`,
      );
    const bindings = ports[`${number}/${protocol || 'tcp'}`];
    if (!Array.isArray(bindings) || bindings.length === 0)
      throw new CommandError(`Error: No public port '${wanted}' published for ${name}`);
    for (const binding of bindings) client.out(`${address(binding)}\n`);
    return 0;
  }
  const lines: string[] = [];
  for (const [key, bindings] of Object.entries(ports))
    for (const binding of Array.isArray(bindings) ? bindings : [])
      lines.push(`${key} -> ${address(binding)}`);
  for (const line of lines.sort(natural)) client.out(`${line}\n`);
  return 0;
});

/** Numbers within texts are compared as numbers (docker/cli uses fvbommel/sortorder). */
function natural(a: string, b: string): number {
  const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    return bothNumbers ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return left.length - right.length;
}
