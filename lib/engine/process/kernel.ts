import { assertNever } from '../../kernel/assert-never';
import { own } from '../../kernel/own';
import type { Launched, ProcessHost, Step } from './host';
import { exitCodeOf, endsByDefault } from './signals';
import { DEEPEST_SHELL } from './open-shell';
import { findExecutable, pathOf } from './executable';
import { interpret } from './interpreter';
import type { Activity, LaunchOrder } from './process';
import { readOptions } from './programs/usage';
import type { Program, ProgramCall, ProgramOutcome } from './program';
import { environmentOf } from './shell-environment';
import { serverOf } from './servers';
import { newShell } from './new-shell';
import { handlersOf } from './subshell';
import { Shell } from './shell';
import { writeError, writeTo } from './streams';

function isOption(word: string): boolean {
  return word.startsWith('-');
}

/** Starts a program and runs it until it ends or waits. */
export function launch(order: LaunchOrder, host: ProcessHost): Launched {
  if (order.depth > DEEPEST_SHELL || !host.begin()) {
    writeTo(
      host,
      order.streams.stderr,
      `${order.argv[0] ?? ''}: can't fork: Resource temporarily unavailable\n`,
    );
    return { kind: 'exit', code: 2 };
  }
  const found = findExecutable(order.argv[0] ?? '', order.env, order.cwd, host);
  if (found.kind === 'refused')
    return {
      kind: 'refused',
      code: found.reason === 'not found' ? 127 : 126,
      reason: found.reason,
    };
  if (found.kind === 'script' && found.broken !== null) {
    // Begun by the container's runtime itself, which says so where the program would have spoken.
    if (order.depth === 0) {
      writeTo(host, order.streams.stderr, `exec ${order.argv[0] ?? ''}: ${found.broken}\n`);
      return { kind: 'exit', code: 1 };
    }
    if (found.broken !== 'exec format error')
      return { kind: 'refused', code: 127, reason: 'no interpreter' };
  }
  const outcome =
    found.kind === 'script' ? interpret(found, order, host) : call(found.run, order, host);
  if (outcome.kind !== 'exec') return settle(outcome, order, host);
  const { argv, env, cwd = order.cwd, user = order.user } = outcome;
  const next = { ...order, argv, cwd, user, depth: order.depth + 1 };
  if (env === undefined) return host.launch(next, host);
  // An environment of its own is whole: no shell adds anything to it.
  const { shell: _shell, ...whole } = next;
  return host.launch({ ...whole, env }, host);
}

function call(run: Program, order: LaunchOrder, host: ProcessHost): ProgramOutcome {
  const { argv, env, cwd, user, pid, streams } = order;
  const written = { all: true };
  const given: ProgramCall = {
    argv,
    env,
    environment: () => environmentOf(order, () => pathOf(argv[0] ?? '', env, cwd, host)),
    cwd,
    user,
    pid,
    stdin: streams.stdin,
    host,
    toScreen: streams.stdout.kind === 'stdout' && host.screen,
    out: (text) => {
      if (!writeTo(host, streams.stdout, text)) written.all = false;
    },
    error: (text) => void writeTo(host, streams.stderr, text),
    depth: order.depth,
    run: (words, input) => runInside(words, input, order, host),
  };
  const read = argv.some(isOption) ? readOptions(given) : given;
  const outcome = 'kind' in read ? read : run(read);
  if (written.all) return outcome;
  writeTo(host, streams.stderr, `${argv[0] ?? ''}: write error: ${writeError(streams.stdout)}\n`);
  return { kind: 'exit', code: 1 };
}

/** Runs a program for another one and takes its waits as done; 127 when there is none of that name. */
function runInside(
  argv: readonly string[],
  stdin: string | undefined,
  order: LaunchOrder,
  host: ProcessHost,
): number {
  const streams = stdin === undefined ? order.streams : { ...order.streams, stdin };
  const inner = { ...order, argv, streams, pid: host.newPid(), depth: order.depth + 1 };
  const started = host.launch(inner, host);
  if (started.kind === 'refused')
    writeTo(
      host,
      order.streams.stderr,
      `${order.argv[0] ?? ''}: ${argv[0] ?? ''}: No such file or directory\n`,
    );
  return started.kind === 'blocked' ? 0 : started.code;
}

function settle(
  outcome: Exclude<ProgramOutcome, { kind: 'exec' }>,
  order: LaunchOrder,
  host: ProcessHost,
): Step {
  switch (outcome.kind) {
    case 'exit':
      return outcome;
    case 'sleep':
      return {
        kind: 'blocked',
        activity: {
          kind: 'sleeping',
          until: host.now + outcome.milliseconds,
          ...(outcome.code === undefined ? {} : { code: outcome.code }),
          ...(outcome.signal === undefined ? {} : { signal: outcome.signal }),
        },
      };
    case 'serve': {
      const activity = servingOf(outcome);
      const { letsGo: pid } = outcome;
      if (pid === undefined) return { kind: 'blocked', activity };
      const { argv, env, cwd, user } = order;
      host.adopt({ pid, argv, env, cwd, user, activity, silent: true });
      return { kind: 'exit', code: 0 };
    }
    case 'read':
      return { kind: 'blocked', activity: { kind: 'reading', order } };
    case 'script': {
      const { flavour, name, source, args, exitOnError, options } = outcome;
      const { interactive, ordered, interpreter } = outcome;
      const { cwd, user, pid, streams, umask } = order;
      const env = environmentOf(order, () => pathOf(order.argv[0] ?? '', order.env, cwd, host));
      const machine = newShell({
        flavour,
        name,
        source,
        args,
        env,
        cwd,
        user,
        pid,
        streams,
        umask,
        exitOnError,
        options,
        interactive,
        ordered,
        interpreter,
      });
      return new Shell(machine, host, order.depth).run();
    }
    default:
      return assertNever(outcome);
  }
}

function servingOf({
  server,
  workers,
}: Extract<ProgramOutcome, { readonly kind: 'serve' }>): Activity {
  return workers === undefined ? { kind: 'serving', server } : { kind: 'serving', server, workers };
}

/** Gives a waiting process time: what is due by now happens. */
export function resume(activity: Activity, host: ProcessHost): Step {
  switch (activity.kind) {
    case 'sleeping':
      return activity.until <= host.now
        ? {
            kind: 'exit',
            code: activity.code ?? 0,
            ...(activity.signal ? { signal: activity.signal } : {}),
          }
        : { kind: 'blocked', activity };
    case 'serving':
    case 'reading':
    case 'prompt':
    case 'zombie':
    case 'in-front':
      return { kind: 'blocked', activity };
    case 'shell':
      return new Shell(activity.machine, host).run();
    default:
      return assertNever(activity);
  }
}

/** What a signal does to a process. `isInit`: a signal without a handler is ignored, as for process 1 of a namespace. */
export function deliver(
  activity: Activity,
  signal: string,
  isInit: boolean,
  host: ProcessHost,
): Step {
  if (activity.kind === 'zombie') return { kind: 'blocked', activity };
  if (signal === 'KILL') return { kind: 'exit', code: 137, signal };
  if (signal === 'STOP' || signal === 'CONT') return { kind: 'blocked', activity };
  const byDefault = (): Step =>
    isInit || !endsByDefault(signal)
      ? { kind: 'blocked', activity }
      : { kind: 'exit', code: exitCodeOf(signal), signal };
  switch (activity.kind) {
    case 'sleeping':
    case 'reading':
    case 'in-front':
      return byDefault();
    case 'serving': {
      const reaction = own(serverOf(activity.server).signals, signal);
      if (!reaction) return byDefault();
      if (reaction.says) {
        const { stream, text } = reaction.says;
        host.write(stream, text(host, activity.workers ?? []));
      }
      return reaction.exits === null
        ? { kind: 'blocked', activity }
        : { kind: 'exit', code: reaction.exits };
    }
    case 'prompt':
      return signal === 'HUP' ? byDefault() : { kind: 'blocked', activity };
    case 'shell': {
      const { machine } = activity;
      if (own(handlersOf(machine), signal) === undefined) return byDefault();
      const pending = [...machine.pending, signal];
      return new Shell({ ...machine, pending }, host).run();
    }
    default:
      return assertNever(activity);
  }
}
