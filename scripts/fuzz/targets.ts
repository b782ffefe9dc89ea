import fc from 'fast-check';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import {
  buildCatalogue,
  buildManual,
  createSandbox,
  deserialise,
  formatReference,
  parseNormalizedNamed,
  runLine,
  serialise,
  tagNameOnly,
  worldOf,
  type Sandbox,
} from '@/lib/engine';
import { bash } from './bash-words';
import * as words from './words';

/** One kind of input that must be answered, whatever it is: with words and an exit code, never by an exception or by going on for ever. */
export interface Target {
  readonly name: string;
  /** Its part of all cases. */
  readonly share: number;
  /** Inputs, each as the lines that are given one after the other. */
  readonly input: fc.Arbitrary<readonly string[]>;
  /** @throws when the input is not answered as promised */
  readonly check: (input: readonly string[]) => void;
}

const world = worldOf(buildCatalogue(catalogueData), buildManual(manualData));
const start = (files: Readonly<Record<string, string>> = {}): Sandbox =>
  createSandbox({
    world,
    seed: 'fuzz',
    now: Date.UTC(2026, 0, 15, 9),
    images: ['nginx', 'busybox', 'ubuntu'],
    files,
  });

/** Pieces in any order, with now and then anything at all between them. */
function mixture(pieces: readonly string[], join: string, most: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  );
  return fc.array(piece, { maxLength: most }).map((all) => all.join(join));
}

/** Runs the lines in one sandbox. What it leaves must be a state that can be put away and taken out again. */
function runAll(lines: readonly string[], sandbox: Sandbox): void {
  let now = sandbox;
  for (const line of lines) {
    const run = runLine(now, line, world);
    if (!Number.isInteger(run.exitCode) || run.exitCode < 0 || run.exitCode > 255)
      throw new Error(`exit code ${run.exitCode}`);
    if (run.sandbox.now < now.now) throw new Error('the clock went back');
    now = run.sandbox;
  }
  const stored = serialise(now);
  if (serialise(deserialise(stored)) !== stored) throw new Error('the state does not survive');
}

const references: Target = {
  name: 'references',
  share: 0.5,
  input: mixture(words.reference, '', 10).map((text) => [text]),
  check: ([text = '']) => {
    const parsed = parseNormalizedNamed(text);
    if (!parsed.ok) return;
    const full = formatReference(tagNameOnly(parsed.value));
    const again = parseNormalizedNamed(full);
    if (!again.ok || formatReference(tagNameOnly(again.value)) !== full)
      throw new Error(`${full} is not read back`);
  },
};

const commandLine = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...words.commands), mixture(words.commandArguments, ' ', 6))
      .map(([command, rest]) => `docker ${command} ${rest}`),
  },
  { weight: 1, arbitrary: mixture([...words.commandArguments, ...words.shell], ' ', 8) },
);

const commands: Target = {
  name: 'command lines',
  share: 0.2,
  input: fc.array(commandLine, { minLength: 1, maxLength: 6 }),
  check: (lines) => {
    runAll(lines, start({ 'a.txt': 'hello\n', 'app/Dockerfile': 'FROM busybox\n' }));
  },
};

const templates: Target = {
  name: 'templates',
  share: 0.2,
  input: fc
    .tuple(
      fc.constantFrom('docker ps -a', 'docker images', 'docker inspect web', 'docker version'),
      mixture(words.template, '', 12),
    )
    .map(([command, template]) => [`${command} --format '${template.replaceAll("'", '')}'`]),
  check: (lines) => {
    runAll(['docker create --name web nginx', ...lines], start());
  },
};

const dockerfiles: Target = {
  name: 'Dockerfiles',
  share: 0.05,
  input: mixture(words.dockerfile, '\n', 10).map((text) => [text]),
  check: ([Dockerfile = '']) => {
    runAll(['docker build -t me/app .'], start({ Dockerfile, 'a.txt': 'hello\n' }));
  },
};

const scripts: Target = {
  name: 'shell scripts',
  share: 0.05,
  input: fc
    .tuple(
      fc.constantFrom('busybox sh', 'ubuntu sh', 'ubuntu bash'),
      fc.constantFrom(' ', ' ', '', '\n'),
      fc.array(mixture([...words.shell, ...bash], ' ', 14), { minLength: 1, maxLength: 2 }),
    )
    .map(([shell, join, parts]) => [shell, parts.join(join)]),
  check: ([shell = '', script = '']) => {
    const quoted = `'${script.replaceAll("'", `'\\''`)}'`;
    runAll([`docker run --rm ${shell} -c ${quoted}`, script], start({ 'a.txt': 'hello\n' }));
  },
};

const programs: Target = {
  name: 'programs',
  share: 0.1,
  input: fc
    .tuple(
      fc.constantFrom('', 'docker run --rm busybox ', 'docker run --rm ubuntu '),
      fc.constantFrom(...words.programs),
      mixture(words.programArguments, ' ', 5),
    )
    .map(([where, program, rest]) => [`${where}${program} ${rest}`]),
  check: (lines) => {
    runAll(lines, start({ 'a.txt': 'hello\nworld\n' }));
  },
};

export const targets: readonly Target[] = [
  references,
  commands,
  templates,
  dockerfiles,
  scripts,
  programs,
];
