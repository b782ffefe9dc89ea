import type { ImageConfig } from '../docker-json';
import { refuse } from '../errors';
import { parseSignal } from '../process/signals';
import { splitWords } from './words';

const ALLOWED = new Set([
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'ENV',
  'EXPOSE',
  'LABEL',
  'ONBUILD',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);
const SECOND = 1_000_000_000;

/** Lays Dockerfile lines over a configuration, as `commit -c` and `import -c` do (moby builder/dockerfile BuildFromConfig). */
export function applyChanges(config: ImageConfig, changes: readonly string[]): ImageConfig {
  return changes.reduce(applyChange, config);
}

function applyChange(config: ImageConfig, line: string): ImageConfig {
  const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(line) ?? [];
  const keyword = word.toUpperCase();
  if (!ALLOWED.has(keyword))
    refuse('invalid-parameter', `${keyword} is not a valid change command`);
  if (rest.trim() === '')
    refuse(
      'invalid-parameter',
      `dockerfile parse error on line 1: ${keyword} requires ${keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'ENV' || keyword === 'LABEL' || keyword === 'EXPOSE' || keyword === 'VOLUME' || keyword === 'ONBUILD' || keyword === 'HEALTHCHECK' ? 'at least one argument' : 'exactly one argument'}`,
    );
  switch (keyword) {
    case 'CMD':
      return { ...config, Cmd: command(rest) };
    case 'ENTRYPOINT':
      return { ...config, Entrypoint: command(rest), Cmd: null };
    case 'ENV':
      return { ...config, Env: mergeEnv(config.Env ?? [], pairs(rest, keyword)) };
    case 'LABEL':
      return {
        ...config,
        Labels: { ...config.Labels, ...Object.fromEntries(pairs(rest, keyword)) },
      };
    case 'EXPOSE':
      return { ...config, ExposedPorts: { ...config.ExposedPorts, ...exposed(splitWords(rest)) } };
    case 'VOLUME':
      return {
        ...config,
        Volumes: {
          ...config.Volumes,
          ...Object.fromEntries((jsonList(rest) ?? splitWords(rest)).map((path) => [path, {}])),
        },
      };
    case 'WORKDIR':
      return {
        ...config,
        WorkingDir: rest.startsWith('/')
          ? rest
          : `${config.WorkingDir === '/' ? '' : (config.WorkingDir ?? '')}/${rest}`,
      };
    case 'USER':
      return { ...config, User: rest };
    case 'STOPSIGNAL':
      if (parseSignal(rest) === null) refuse('invalid-parameter', `invalid signal: ${rest}`);
      return { ...config, StopSignal: rest };
    case 'ONBUILD':
      return { ...config, OnBuild: [...(config.OnBuild ?? []), rest] };
    default:
      return { ...config, Healthcheck: healthcheck(rest) };
  }
}

function jsonList(text: string): readonly string[] | null {
  if (!text.trim().startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

/** The exec form as it is, the shell form behind a shell. */
function command(text: string): readonly string[] {
  return jsonList(text) ?? ['/bin/sh', '-c', text];
}

/** `A=1 B="two words"`, or the old `A one value`. */
function pairs(text: string, keyword: string): readonly (readonly [string, string])[] {
  const words = splitWords(text);
  const [first = '', ...rest] = words;
  if (!first.includes('=')) {
    if (rest.length === 0) refuse('invalid-parameter', `${keyword} must have two arguments`);
    return [[first, rest.join(' ')]];
  }
  return words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
}

function mergeEnv(
  env: readonly string[],
  added: readonly (readonly [string, string])[],
): readonly string[] {
  const merged = [...env];
  for (const [name, value] of added) {
    const index = merged.findIndex((entry) => entry.startsWith(`${name}=`));
    if (index < 0) merged.push(`${name}=${value}`);
    else merged[index] = `${name}=${value}`;
  }
  return merged;
}

/** `80`, `80/udp`, `8000-8010`: the ports of an EXPOSE line. */
function exposed(words: readonly string[]): NonNullable<ImageConfig['ExposedPorts']> {
  const ports: Record<string, Record<string, never>> = {};
  for (const word of words) {
    const [range = '', protocol = 'tcp'] = word.split('/');
    const match = /^(\d+)(?:-(\d+))?$/.exec(range);
    if (!match) return refuse('invalid-parameter', `invalid containerPort: ${range}`);
    for (let port = Number(match[1]); port <= Number(match[2] ?? match[1]); port++)
      ports[`${port}/${protocol}`] = {};
  }
  return ports;
}

function healthcheck(text: string): NonNullable<ImageConfig['Healthcheck']> {
  if (text.trim().toUpperCase() === 'NONE') return { Test: ['NONE'] };
  const options: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/--([a-z-]+)=(\S+)/g))
    options[name] = value;
  const cmd = text.replace(/--[a-z-]+=\S+\s*/g, '').replace(/^CMD\s+/i, '');
  const list = jsonList(cmd);
  const time = (name: string): number =>
    Math.round(Number.parseFloat(options[name] ?? '0') * SECOND);
  return {
    Test: list ? ['CMD', ...list] : ['CMD-SHELL', cmd],
    ...(options['interval'] ? { Interval: time('interval') } : {}),
    ...(options['timeout'] ? { Timeout: time('timeout') } : {}),
    ...(options['start-period'] ? { StartPeriod: time('start-period') } : {}),
    ...(options['retries'] ? { Retries: Number(options['retries']) } : {}),
  };
}
