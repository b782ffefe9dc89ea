import { configure, variablesOf } from '../build/configure';
import { expandWord } from '../build/dockerfile/expand';
import { parseDockerfile } from '../build/dockerfile/parse-dockerfile';
import { parseInstruction } from '../build/dockerfile/parse-instruction';
import { expandOrder } from '../build/expand-order';
import type { ImageConfig } from '../docker-json';
import { refuse } from '../errors';

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
const noArguments: ReadonlyMap<string, string> = new Map();

/** Lays Dockerfile lines over a configuration, as `commit -c` and `import -c` do (moby builder/dockerfile BuildFromConfig). */
export function applyChanges(config: ImageConfig, changes: readonly string[]): ImageConfig {
  if (changes.length === 0) return config;
  const { lines, escape } = parseDockerfile(changes.join('\n'));
  for (const { keyword } of lines)
    if (!ALLOWED.has(keyword.toUpperCase()))
      refuse('invalid-parameter', `${keyword} is not a valid change command`);
  let changed = config;
  let commandSet = false;
  for (const instruction of lines.map(parseInstruction)) {
    if (instruction.kind === 'from') continue;
    const variables = variablesOf(changed, noArguments, escape);
    const order = expandOrder(instruction, (word) => expandWord(word, variables));
    if (
      order.kind === 'add' ||
      order.kind === 'arg' ||
      order.kind === 'copy' ||
      order.kind === 'maintainer' ||
      order.kind === 'run'
    )
      continue;
    ({ config: changed } = configure(changed, order, { commandSet, variables }));
    commandSet ||= order.kind === 'cmd' && order.command.words.length > 0;
  }
  return changed;
}
