import { Latest } from '../../kernel/latest';
import { advance } from '../advance';
import type { JournalEntry } from '../api/types';
import { canonicalJson } from '../digest';
import { resume } from '../process/kernel';
import type { ProcessHost, Step } from '../process/host';
import { newShell } from '../process/new-shell';
import { dueAt, type Activity, type ShellMachine, type ShellStreams } from '../process/process';
import { atPrompt, keys, promptText, runTyped, typedBy } from '../process/prompt';
import type { HostShell, Sandbox } from '../state';
import { change, type Turn } from '../turn';
import { dockerWords } from './docker-line';
import { FIRST_PID, LearnerHost } from './learner-host';

/** How long somebody waits for what stands in the background of a line, in virtual ms. */
const PATIENCE = 3_600_000;

/** What a line printed, with its requests. */
export interface HostRun {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they are seen, where somebody sits at the terminal; else `''`. */
  readonly shown: string;
  readonly exitCode: number;
  readonly journal: readonly JournalEntry[];
}

/** What the learner's shell begins with. */
function environmentOf({ state, world }: Turn): Readonly<Record<string, string>> {
  const { environment, atTerminal } = world.catalogue.host;
  return state.client.terminal ? atTerminal : environment;
}

/** The learner's shell as the line before has left it. */
function learnersShell(turn: Turn, streams: ShellStreams): ShellMachine {
  const { client } = turn.state;
  const { user } = turn.world.catalogue.host;
  const fresh = newShell({
    flavour: 'bash',
    // Off a terminal every line is a script of its own, whose place a complaint tells.
    name: client.terminal ? '-bash' : 'bash: line 1',
    source: '',
    args: ['bash'],
    env: environmentOf(turn),
    cwd: user.home,
    user: user.name,
    pid: FIRST_PID,
    streams,
    interactive: true,
  });
  return client.shell ? { ...fresh, ...client.shell } : fresh;
}

/** Keeps what the shell must remember; a shell that is as it began is not kept. */
function keepShell(turn: Turn, machine: ShellMachine): void {
  const { cwd, variables, exported, status, sources, functions, unfinished, jobs } = machine;
  const { arrays, aliases, modes } = machine;
  const { user } = turn.world.catalogue.host;
  const environment = environmentOf(turn);
  const names = Object.keys(functions).length;
  const keepsJobs = turn.attended && jobs.some(({ activity }) => activity !== null);
  const fresh =
    cwd === user.home &&
    status === 0 &&
    names === 0 &&
    unfinished === undefined &&
    !keepsJobs &&
    !arrays &&
    !aliases &&
    !modes &&
    (variables === environment || canonicalJson(variables) === canonicalJson(environment));
  if (fresh && turn.state.client.shell === undefined) return;
  const { shell: _before, ...client } = turn.state.client;
  const shell: HostShell = {
    cwd,
    variables,
    exported,
    status,
    sources: names > 0 ? sources : [],
    functions,
    ...(unfinished === undefined ? {} : { unfinished }),
    ...(keepsJobs ? { jobs } : {}),
    ...(arrays ? { arrays } : {}),
    ...(aliases ? { aliases } : {}),
    ...(modes ? { modes } : {}),
  };
  change(turn).client = fresh ? client : { shell, ...client };
}

/**
 * Runs a line at the learner's prompt: a shell whose programs are docker and a few everyday ones. The clock runs while they wait; its folder, its variables
 * and `$?` last from one line to the next.
 */
export function runHostLine(turn: Turn, line: string, stdin: string): HostRun {
  const host = new LearnerHost(turn);
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin } as const;
  const { client } = turn.state;
  const goesOn = client.terminal && line.endsWith('\\');
  const words = client.shell === undefined && !goesOn ? dockerWords(line) : null;
  if (words !== null) return runDockerLine(turn, host, words, streams);
  return runOn(turn, typeAtPrompt(turn, learnersShell(turn, streams), line, host), host);
}

/** Goes on from a step of the learner's shell until it asks for the next line, or the docker command line waits at the terminal. */
function runOn(turn: Turn, begun: Step, host: LearnerHost): HostRun {
  let step = begun;
  const start = turn.state.now;
  while (step.kind === 'blocked' && step.activity.kind !== 'prompt') {
    if (host.docker.inFront !== null && isInFront(step.activity)) {
      change(turn).session = { ...host.docker.inFront, shell: step.activity };
      return runOf(host, 0);
    }
    const own = dueAt(step.activity);
    const due = Math.min(own, host.docker.jobs.due());
    if (due === Infinity || (own === Infinity && due - start > PATIENCE)) return runOf(host, 130);
    advance(turn, due);
    if (turn.spent.over !== null) return runOf(host, 130);
    step = resume(step.activity, host);
  }
  if (step.kind === 'exit') return runOf(host, step.code);
  if (step.activity.kind !== 'prompt') return runOf(host, 130);
  const { machine } = step.activity;
  if (host.docker.jobs.any) letJobsEnd(turn, machine.jobs, host);
  keepShell(turn, machine);
  return runOf(host, machine.status);
}

/** What a script has left in the background still writes into the pipe that its line is read from, so that the line ends when they do. */
function letJobsEnd(turn: Turn, jobs: ShellMachine['jobs'], host: LearnerHost): void {
  const start = turn.state.now;
  let left = jobs.flatMap(({ activity }) => (activity === null ? [] : [activity]));
  for (;;) {
    left = left.flatMap((activity) => {
      const step = host.resume(activity, host);
      return step.kind === 'exit' ? [] : [step.activity];
    });
    const due = Math.min(host.docker.jobs.due(), ...left.map(dueAt));
    if (left.length === 0 || due - start > PATIENCE || turn.spent.over !== null) return;
    advance(turn, due);
  }
}

function isInFront(activity: Activity): boolean {
  if (activity.kind === 'shell' && activity.machine.child) return isInFront(activity.machine.child);
  return activity.kind === 'in-front';
}

/** The command that stood in front of the terminal has ended with `code`: the learner's shell goes on behind it. */
export function goOnBehind(
  turn: Turn,
  host: LearnerHost,
  shell: Activity | undefined,
  code: number,
): HostRun {
  change(turn).session = null;
  if (shell === undefined) {
    keepStatus(turn, code);
    return runOf(host, code);
  }
  return runOn(turn, resume(ended(shell, { until: turn.state.now, code }), host), host);
}

/** A waiting shell whose innermost program, the one in front, ends at once. */
function ended(
  activity: Activity,
  end: { readonly until: number; readonly code: number },
): Activity {
  if (activity.kind !== 'shell' || !activity.machine.child) return { kind: 'sleeping', ...end };
  const { machine } = activity;
  return { kind: 'shell', machine: { ...machine, child: ended(activity.machine.child, end) } };
}

/**
 * Types a line or a key (what Ctrl-D does at the first prompt is for the terminal itself to say). Off a terminal a line is a
 * script of its own and goes on in no other.
 */
function typeAtPrompt(turn: Turn, machine: ShellMachine, line: string, host: ProcessHost): Step {
  if (!turn.state.client.terminal) return runTyped(machine, line, host);
  const { unfinished, ...rest } = machine;
  const typed = typedBy(line);
  if (unfinished === undefined)
    return typed.kind === 'end' || line === keys.detach
      ? { kind: 'blocked', activity: { kind: 'prompt', machine } }
      : atPrompt(machine, typed, host);
  keepShell(turn, rest);
  return atPrompt(machine, typed, host);
}

/** A call of docker and nothing else, in a shell that is as it began: what the shell itself would do, without the shell. */
function runDockerLine(
  turn: Turn,
  host: LearnerHost,
  argv: readonly string[],
  streams: ShellStreams,
): HostRun {
  const { user } = turn.world.catalogue.host;
  const environment = environmentOf(turn);
  const order = {
    argv,
    env: environment,
    cwd: user.home,
    user: user.name,
    pid: host.newPid(),
    streams,
    depth: 1,
  };
  const step = host.docker.run(order, host);
  if (step.kind === 'blocked') {
    change(turn).session = host.docker.inFront;
    return runOf(host, 0);
  }
  const { code } = step;
  if (code !== 0) keepStatus(turn, code);
  return runOf(host, code);
}

/** Makes what a session in a container ended with `$?` of the learner's shell. */
export function keepStatus(turn: Turn, status: number): void {
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin: '' } as const;
  keepShell(turn, { ...learnersShell(turn, streams), status });
}

/** What stands before the next line that is typed at the learner's own prompt. */
export function hostPrompt(turn: Turn): string {
  const { client } = turn.state;
  const known = prompts.get(client);
  if (known !== undefined) return known;
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin: '' } as const;
  const prompt = promptText(learnersShell(turn, streams), new LearnerHost(turn));
  prompts.set(client, prompt);
  return prompt;
}

/** The prompt follows from what the command line keeps, which most commands leave alone. */
const prompts = new Latest<Sandbox['client'], string>();

function runOf({ stdout, stderr, shown, docker }: LearnerHost, exitCode: number): HostRun {
  const { journal } = docker;
  return { stdout, stderr, shown, exitCode, journal };
}
