import { parseDuration } from '../../cli/flag-values';
import { goQuote } from '../../cli/template/go-quote';
import type { HealthConfig } from '../../docker-json';
import { heredocOf } from './heredoc';
import type { CommandWords, CopyWords, From, Instruction, Order, Pair } from './instruction';
import { readFlags } from './instruction-flags';
import type { DockerfileLine } from './parse-dockerfile';
import { refuseLine } from './refusal';
import { trim } from './space';
import { suggestion } from './suggest';

const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];
const MILLION = 1_000_000;

/** What a line asks for; refuses with Docker's words (buildkit frontend/dockerfile/instructions/parse.go). */
export function parseInstruction(line: DockerfileLine): Instruction | From {
  const code = trim(line.original);
  const keyword = line.keyword.toUpperCase();
  if (keyword === 'FROM') return { code, ...from(line) };
  return { code, ...order(line, keyword) };
}

function order(line: DockerfileLine, keyword: string): Order {
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
      return { kind: keyword === 'ENV' ? 'env' : 'label', pairs: pairs(line, keyword) };
    case 'ARG':
      return { kind: 'arg', arguments: atLeastOne(line, keyword).map(argument) };
    case 'MAINTAINER':
      return { kind: 'maintainer', text: exactlyOne(line, keyword) };
    case 'USER':
      return { kind: 'user', text: exactlyOne(line, keyword) };
    case 'WORKDIR':
      return { kind: 'workdir', text: exactlyOne(line, keyword) };
    case 'STOPSIGNAL':
      return { kind: 'stopsignal', text: exactlyOne(line, keyword) };
    case 'ADD':
      return { kind: 'add', ...copy(line, keyword) };
    case 'COPY':
      return { kind: 'copy', ...copy(line, keyword) };
    case 'ONBUILD':
      return { kind: 'onbuild', text: trigger(line) };
    case 'RUN':
      return run(line);
    case 'CMD':
    case 'ENTRYPOINT':
      readFlags(line.flags);
      return { kind: keyword === 'CMD' ? 'cmd' : 'entrypoint', command: command(line) };
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', health: healthcheck(line) };
    case 'EXPOSE': {
      const ports = atLeastOne(line, keyword);
      readFlags(line.flags);
      return { kind: 'expose', words: [...ports].sort() };
    }
    case 'VOLUME':
      return { kind: 'volume', words: volumes(line) };
    case 'SHELL':
      return { kind: 'shell', words: shell(line) };
    default:
      return refuseLine(
        `unknown instruction: ${line.keyword}${suggestion(line.keyword, KEYWORDS, false)}`,
      );
  }
}

function atLeastOne({ args }: DockerfileLine, keyword: string): readonly string[] {
  return args.length > 0 ? args : refuseLine(`${keyword} requires at least one argument`);
}

function exactlyOne({ args, flags }: DockerfileLine, keyword: string): string {
  const [only] = args;
  if (only === undefined || args.length !== 1)
    return refuseLine(`${keyword} requires exactly one argument`);
  if (keyword !== 'STOPSIGNAL') readFlags(flags);
  return only;
}

function pairs(line: DockerfileLine, keyword: string): readonly Pair[] {
  readFlags(line.flags);
  const args = atLeastOne(line, keyword);
  const found: Pair[] = [];
  for (let index = 0; index < args.length; index += 3) {
    const [name = '', value = ''] = args.slice(index, index + 2);
    if (name === '') refuseLine(`${keyword} names can not be blank`);
    found.push({ name, value });
  }
  return found;
}

function argument(word: string): { readonly name: string; readonly value: string | null } {
  const equals = word.indexOf('=');
  if (equals === 0) refuseLine('ARG names can not be blank');
  return equals < 0
    ? { name: word, value: null }
    : { name: word.slice(0, equals), value: word.slice(equals + 1) };
}

function copy({ args, flags }: DockerfileLine, keyword: 'ADD' | 'COPY'): CopyWords {
  const destination = args.at(-1);
  if (destination === undefined || args.length < 2)
    return refuseLine(
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
  const given = readFlags(flags, {
    chown: 'text',
    chmod: 'text',
    link: 'bool',
    ...(keyword === 'COPY'
      ? { from: 'text' as const }
      : { 'keep-git-dir': 'bool' as const, checksum: 'text' as const }),
  });
  if (heredocOf(destination)) refuseLine(`${keyword} cannot accept a heredoc as a destination`);
  return {
    sources: args.slice(0, -1).filter((source) => heredocOf(source) === null),
    destination,
    chown: given.get('chown') ?? '',
    chmod: given.get('chmod') ?? '',
    from: given.get('from') ?? '',
  };
}

function command({ args, json }: DockerfileLine): CommandWords {
  const words = json || args.length === 0 ? args : [args.join(' ')];
  return { words, prependShell: !json };
}

function run(line: DockerfileLine): Order {
  const given = readFlags(line.flags, {
    device: 'texts',
    mount: 'texts',
    network: 'text',
  });
  const network = given.get('network') ?? 'default';
  if (!['default', 'none', 'host'].includes(network))
    refuseLine(`invalid network mode ${goQuote(network)}`);
  const [flag = null] = given.keys();
  return { kind: 'run', command: command(line), flag };
}

function trigger(line: DockerfileLine): string {
  const [word = ''] = atLeastOne(line, 'ONBUILD');
  readFlags(line.flags);
  const keyword = trim(word).toUpperCase();
  if (keyword === 'ONBUILD') refuseLine("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === 'MAINTAINER' || keyword === 'FROM')
    refuseLine(`${keyword} isn't allowed as an ONBUILD trigger`);
  const text = line.original.replace(/^\s*ONBUILD\s*/i, '');
  return text + line.heredocs.map(({ content, name }) => `\n${content}${name}`).join('');
}

function volumes(line: DockerfileLine): readonly string[] {
  const words = atLeastOne(line, 'VOLUME').map(trim);
  readFlags(line.flags);
  if (words.includes('')) refuseLine('VOLUME specified can not be an empty string');
  return words;
}

function shell(line: DockerfileLine): readonly string[] {
  readFlags(line.flags);
  const words = atLeastOne(line, 'SHELL');
  return line.json ? words : refuseLine('SHELL requires the arguments to be in JSON form');
}

/** A time of a health check in nanoseconds. */
function interval(name: string, text: string): number {
  if (text === '') return 0;
  const duration = parseDuration(text);
  if (!duration.ok) return refuseLine(duration.error);
  if (duration.value !== 0 && duration.value < 1)
    refuseLine(`Interval ${goQuote(name)} cannot be less than 1ms`);
  return Math.round(duration.value * MILLION);
}

function retriesOf(text: string): number {
  if (!/^[+-]?\d+$/.test(text))
    refuseLine(`strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax`);
  const retries = Number(text);
  if (Math.abs(retries) > 2 ** 31 - 1)
    refuseLine(`strconv.ParseInt: parsing ${goQuote(text)}: value out of range`);
  return retries < 0 ? refuseLine(`--retries cannot be negative (${retries})`) : retries;
}

function healthcheck(line: DockerfileLine): HealthConfig {
  const [word = '', ...words] = atLeastOne(line, 'HEALTHCHECK');
  const type = word.toUpperCase();
  if (type === 'NONE')
    return words.length === 0
      ? { Test: ['NONE'] }
      : refuseLine('HEALTHCHECK NONE takes no arguments');
  const given = readFlags(line.flags, {
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  });
  if (type !== 'CMD') refuseLine(`Unknown type ${goQuote(type)} in HEALTHCHECK (try CMD)`);
  if (words.length === 0) refuseLine('Missing command after HEALTHCHECK CMD');
  const time = (name: string): number => interval(name, given.get(name) ?? '');
  const times = {
    Interval: time('interval'),
    Timeout: time('timeout'),
    StartPeriod: time('start-period'),
    StartInterval: time('start-interval'),
    Retries: retriesOf(given.get('retries') || '0'),
  };
  return {
    Test: line.json ? ['CMD', ...words] : ['CMD-SHELL', words.join(' ')],
    ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== 0)),
  };
}

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

function from({ args, flags }: DockerfileLine): Omit<From, 'code'> {
  const [base = '', as = '', name = ''] = args;
  const named = args.length === 3 && as.toLowerCase() === 'as';
  if (!named && args.length !== 1) refuseLine('FROM requires either one or three arguments');
  if (named && !STAGE_NAME.test(name.toLowerCase()))
    refuseLine(
      `invalid name for build stage: ${goQuote(name)}, name can't start with a number or contain symbols`,
    );
  const platform = readFlags(flags, { platform: 'text' }).get('platform') ?? '';
  return { kind: 'from', base, name: name.toLowerCase(), platform };
}
