import { assertNever } from '../../kernel/assert-never';
import { mergeHealth } from '../container/health';
import type { HealthConfig, ImageConfig } from '../docker-json';
import { refuse } from '../errors';
import { resolvePath } from '../files/path';
import { isStopSignal } from '../process/signals';
import { expandWords, type ExpandOptions } from './dockerfile/expand';
import type { CommandWords, Instruction, Pair } from './dockerfile/instruction';
import { exposedPorts, MOST_PORTS } from './exposed-ports';
import { healthText, quotedList } from './health-text';
import { shellOf } from './run-config';

/** The instructions that change the configuration alone. */
type ConfigOrder = Extract<
  Instruction,
  {
    readonly kind:
      | 'cmd'
      | 'entrypoint'
      | 'env'
      | 'expose'
      | 'healthcheck'
      | 'label'
      | 'onbuild'
      | 'shell'
      | 'stopsignal'
      | 'user'
      | 'volume'
      | 'workdir';
  }
>;

/** A configuration after an instruction, and how the history tells of it. */
export interface Configured {
  readonly config: ImageConfig;
  readonly comment: string;
}

/**
 * Lays one instruction over a configuration (moby builder/dockerfile/dispatchers.go). `commandSet`: a CMD came before, which ENTRYPOINT leaves alone.
 * Refuses with Docker's words.
 */
export function configure(
  config: ImageConfig,
  order: ConfigOrder,
  { commandSet, variables }: { readonly commandSet: boolean; readonly variables: ExpandOptions },
): Configured {
  switch (order.kind) {
    case 'env':
      return withEnvironment(config, order.pairs);
    case 'label':
      return withLabels(config, order.pairs);
    case 'user':
      return { config: { ...config, User: order.text }, comment: `USER ${order.text}` };
    case 'workdir': {
      if (order.text === '') return refuse('internal', 'cannot normalize nothing');
      const folder = resolvePath(`/${config.WorkingDir ?? ''}`, order.text);
      return { config: { ...config, WorkingDir: folder }, comment: `WORKDIR ${folder}` };
    }
    case 'stopsignal':
      if (!isStopSignal(order.text))
        return refuse('invalid-parameter', `invalid signal: ${order.text}`);
      return { config: { ...config, StopSignal: order.text }, comment: `STOPSIGNAL ${order.text}` };
    case 'onbuild': {
      const triggers = [...(config.OnBuild ?? []), order.text];
      return { config: { ...config, OnBuild: triggers }, comment: `ONBUILD ${order.text}` };
    }
    case 'cmd': {
      const words = commandOf(config, order.command);
      return {
        config: { ...config, Cmd: words.length === 0 ? null : words },
        comment: `CMD ${quotedList(words)}`,
      };
    }
    case 'entrypoint': {
      const words = order.command.words.length === 0 ? null : commandOf(config, order.command);
      const cmd = commandSet ? {} : { Cmd: null };
      return {
        config: { ...config, Entrypoint: words, ...cmd },
        comment: `ENTRYPOINT ${quotedList(words ?? [])}`,
      };
    }
    case 'expose':
      return withPorts(
        config,
        order.words.flatMap((word) => expandWords(word, variables)),
      );
    case 'volume':
      return withVolumes(config, order.words);
    case 'shell':
      return {
        config: { ...config, Shell: order.words },
        comment: `SHELL [${order.words.join(' ')}]`,
      };
    case 'healthcheck':
      return {
        config: { ...config, ...healthOf(order.health, config) },
        comment: `HEALTHCHECK ${healthText(order.health)}`,
      };
    default:
      return assertNever(order);
  }
}

/** A check keeps what the one before it says and it does not: its container is made from the image so far (moby daemon/commit.go merge). */
function healthOf(health: HealthConfig, { Healthcheck: before }: ImageConfig): ImageConfig {
  const merged = mergeHealth(health, before);
  return merged === undefined ? {} : { Healthcheck: merged };
}

/** The words of a command, behind the shell where it is written as a text. */
export function commandOf(
  config: ImageConfig,
  { words, prependShell }: CommandWords,
): readonly string[] {
  return prependShell ? [...shellOf(config), ...words] : words;
}

/** What variables stand for: the environment, then ARGs. */
export function variablesOf(
  config: ImageConfig,
  args: ReadonlyMap<string, string>,
  escape: string,
): ExpandOptions {
  const values = new Map(args);
  for (const entry of config.Env ?? []) {
    const equals = entry.indexOf('=');
    if (equals < 0) values.set(entry, '');
    else values.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  return { escape, variable: (name) => values.get(name) };
}

function told(keyword: string, pairs: readonly Pair[]): string {
  return [keyword, ...pairs.map(({ name, value }) => `${name}=${value}`)].join(' ');
}

function withEnvironment(config: ImageConfig, pairs: readonly Pair[]): Configured {
  const env = [...(config.Env ?? [])];
  for (const { name, value } of pairs) {
    const index = env.findIndex((entry) => entry.split('=')[0] === name);
    if (index < 0) env.push(`${name}=${value}`);
    else env[index] = `${name}=${value}`;
  }
  return { config: { ...config, Env: env }, comment: told('ENV', pairs) };
}

function withLabels(config: ImageConfig, pairs: readonly Pair[]): Configured {
  const labels = Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
  return {
    config: { ...config, Labels: { ...config.Labels, ...labels } },
    comment: told('LABEL', pairs),
  };
}

function withPorts(config: ImageConfig, words: readonly string[]): Configured {
  const added = words.flatMap(exposedPorts).map((port) => [port, {}] as const);
  const ports = { ...config.ExposedPorts, ...Object.fromEntries(added) };
  if (Object.keys(ports).length > MOST_PORTS)
    refuse('invalid-parameter', `more than ${MOST_PORTS} exposed ports are not simulated`);
  return {
    config: { ...config, ExposedPorts: ports },
    comment: `EXPOSE ${words.join(' ')}`,
  };
}

function withVolumes(config: ImageConfig, paths: readonly string[]): Configured {
  if (paths.includes('')) refuse('internal', 'VOLUME specified can not be an empty string');
  const volumes = Object.fromEntries(paths.map((path) => [path, {}]));
  return {
    config: { ...config, Volumes: { ...config.Volumes, ...volumes } },
    comment: `VOLUME [${paths.join(' ')}]`,
  };
}
