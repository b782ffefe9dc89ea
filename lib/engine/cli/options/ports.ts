import type { PortBinding } from '../../docker-json';
import type { Rules } from '../../rules';
import { CommandError } from '../client';
import { parsePublish } from '../commands/publish';
import type { ParsedFlags } from '../flags';
import { cut } from './csv';

/** Published and exposed ports as the API wants them. */
export interface Ports {
  readonly exposed: Readonly<Record<string, Record<string, never>>>;
  readonly bindings: Readonly<Record<string, readonly PortBinding[]>>;
}

/** `published=8080,target=80` is `8080:80/tcp` (docker/cli opts.go convertToStandardNotation). */
function standardNotation(text: string): string {
  if (!text.includes('=')) return text;
  const parameters: Record<string, string> = { protocol: 'tcp', published: '', target: '' };
  for (const parameter of text.split(',')) {
    const [key, value] = cut(parameter);
    if (value === null || key === '')
      throw new CommandError(
        `invalid publish opts format (should be name=value but got '${parameter}')`,
      );
    parameters[key] = value;
  }
  const { published = '', target = '', protocol = '' } = parameters;
  return `${published}:${target}/${protocol}`;
}

/** Reads `-p` and `--expose`; asks for the rule only when something is published. Throws a CommandError. */
export function portsOf(flags: ParsedFlags, rules: Pick<Rules, 'portMapping'>): Ports {
  const exposed: Record<string, Record<string, never>> = {};
  const bindings: Record<string, PortBinding[]> = {};
  for (const text of flags.list('publish').map(standardNotation))
    for (const { port, binding } of parsePublish(text, rules.portMapping)) {
      exposed[port] = {};
      (bindings[port] ??= []).push(binding);
    }
  for (const text of flags.list('expose'))
    for (const port of exposedPorts(text)) exposed[port] = {};
  return { exposed, bindings };
}

function exposedPorts(text: string): readonly string[] {
  if (text.includes(':')) throw new CommandError(`invalid port format for --expose: ${text}`);
  const [range, protocol] = cut(text, '/');
  const wrong = (reason: string): never => {
    throw new CommandError(`invalid range format for --expose: ${text}, error: ${reason}`);
  };
  if (range === '') wrong('empty string specified for ports');
  const [start, stop] = cut(range, '-');
  const number = (part: string): number => {
    const quoted = JSON.stringify(part);
    if (!/^\d+$/.test(part)) wrong(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
    if (Number(part) > 65_535) wrong(`strconv.ParseUint: parsing ${quoted}: value out of range`);
    return Number(part);
  };
  const first = number(start);
  const last = stop === null ? first : number(stop);
  if (last < first) wrong(`invalid range specified for port: ${range}`);
  const ports: string[] = [];
  for (let port = first; port <= last; port++) ports.push(`${port}/${protocol || 'tcp'}`);
  return ports;
}
