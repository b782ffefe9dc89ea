import { refuse } from '../errors';
import type { BuildOptions } from './build-options';
import type { Instruction } from './dockerfile/instruction';
import { parseDockerfile, type Dockerfile } from './dockerfile/parse-dockerfile';
import { wrapped } from './dockerfile/refusal';
import { readStages, type Stage } from './dockerfile/stages';
import { IgnorePatterns, readIgnoreFile } from './ignore';
import type { StackedFiles } from './stacked-files';

const DEFAULT = 'Dockerfile';

/** A Dockerfile with the stages that are to be built. */
interface Plan {
  readonly dockerfile: Dockerfile;
  readonly stages: readonly Stage[];
  readonly globals: readonly Extract<Instruction, { readonly kind: 'arg' }>[];
}

/**
 * Reads the Dockerfile of a context, and takes it and `.dockerignore` away where the patterns of the latter say so: the client sends them in any case
 * (moby builder/remotecontext/detect.go).
 */
export function readDockerfile(context: StackedFiles, options: BuildOptions): Plan {
  const name = fileName(context, options.dockerfile || DEFAULT);
  const entry = context.get(`/${name}`);
  const text = entry?.kind === 'text' ? entry.text : '';
  if (text === '') refuse('invalid-parameter', `the Dockerfile (${name}) cannot be empty`);
  const dockerfile = wrapped(`failed to parse ${name}`, () => parseDockerfile(text));
  removeIgnored(context, name);
  const { stages, globals } = readStages(dockerfile.lines);
  return { dockerfile, globals, stages: labelled(targeted(stages, options.target), options) };
}

function fileName(context: StackedFiles, name: string): string {
  if (context.get(`/${name}`)) return name;
  const lower = name.toLowerCase();
  if (name === DEFAULT && context.get(`/${lower}`)) return lower;
  return refuse('internal', `Cannot locate specified Dockerfile: ${name}`);
}

function removeIgnored(context: StackedFiles, dockerfile: string): void {
  const ignore = context.get('/.dockerignore');
  if (ignore?.kind !== 'text') return;
  const patterns = new IgnorePatterns(readIgnoreFile(ignore.text));
  for (const name of ['.dockerignore', dockerfile])
    if (patterns.matches(name)) context.remove(`/${name}`);
}

/** The stages up to the one that was asked for. */
function targeted(stages: readonly Stage[], target: string): readonly Stage[] {
  if (target === '') return stages;
  const index = stages.findIndex(({ from }) => from.name === target.toLowerCase());
  return index < 0
    ? refuse('invalid-parameter', `target stage ${JSON.stringify(target)} could not be found`)
    : stages.slice(0, index + 1);
}

/** `--label` becomes LABEL instructions at the end, in the order of the names. */
function labelled(stages: readonly Stage[], { labels }: BuildOptions): readonly Stage[] {
  const last = stages.at(-1);
  if (!last || labels.size === 0) return stages;
  const added = [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Instruction => {
      const code = `LABEL ${name}=${value}`;
      return { kind: 'label', pairs: [{ name, value }], literal: true, code };
    });
  return [...stages.slice(0, -1), { ...last, instructions: [...last.instructions, ...added] }];
}
