import { advance } from '../advance';
import { isThere, processPrompt, typeIntoProcess, WATCH } from '../container/session';
import { assertNever } from '../../kernel/assert-never';
import { jobsBeside } from '../process/job-control';
import type { Activity } from '../process/process';
import { typedBy } from '../process/prompt';
import { toldPieces } from '../told';
import type { CommandSession, Sandbox, Session } from '../state';
import { change, type Turn } from '../turn';
import { goOnBehind, keepStatus, type HostRun } from './host-shell';
import { LearnerHost } from './learner-host';

/** What stands in front of the terminal. A process that has gone meanwhile (somebody else has stopped it) has taken its command line with it. */
export function currentSession(turn: Turn): Session | null {
  const { session } = turn.state;
  if (session === null || session.kind !== 'process' || isThere(turn.state, session))
    return session;
  change(turn).session = null;
  const state = turn.state.containers.get(session.container)?.state;
  keepStatus(turn, session.pid === 1 && state?.kind === 'exited' ? state.last.exitCode : 137);
  return null;
}

/** Hands a line or a key to what stands in front of the terminal; when that ends by it, the learner's shell goes on. */
export function typeInFront(turn: Turn, session: Session, line: string): HostRun {
  const host = new LearnerHost(turn);
  const { code, shell } = besideJobs(turn, host, session.shell, () =>
    typed(turn, session, line, host),
  );
  if (code !== null) return goOnBehind(turn, host, shell, code);
  if (shell && turn.state.session) change(turn).session = { ...turn.state.session, shell };
  const { stdout, stderr, shown, docker } = host;
  const { journal } = docker;
  return { stdout, stderr, shown, exitCode: 0, journal };
}

/** Does something for which the clock may run while the jobs of the shell behind it go on: `shell` is that shell afterwards. */
function besideJobs(
  turn: Turn,
  host: LearnerHost,
  shell: Activity | undefined,
  act: () => number | null,
): { readonly code: number | null; readonly shell: Activity | undefined } {
  if (shell?.kind !== 'shell' || shell.machine.jobs.length === 0) return { code: act(), shell };
  const m = { ...shell.machine };
  turn.beside = jobsBeside({ m, host });
  const code = act();
  turn.beside = null;
  return { code, shell: { kind: 'shell', machine: m } };
}

/** The exit code of what stands there when it ends by what was typed, else null. */
function typed(turn: Turn, session: Session, line: string, host: LearnerHost): number | null {
  if (session.kind === 'command') return typeIntoCommand(turn, session, line, host);
  const { written, ended } = typeIntoProcess(turn, session, line);
  const told = turn.attended ? toldPieces(written) : null;
  if (told !== null) turn.told = [...turn.told, told];
  for (const { stream, text } of written) host.write(stream, text);
  return ended;
}

function typeIntoCommand(
  turn: Turn,
  session: CommandSession & Session,
  line: string,
  host: LearnerHost,
): number | null {
  const key = typedBy(line);
  if (key.kind === 'interrupt') return 130;
  if (session.asks === null) {
    if (key.kind === 'end') return null;
    advance(turn, turn.state.now + WATCH);
  }
  const answer = key.kind === 'line' ? key.text : '';
  const answers = session.asks === null ? session.answers : [...session.answers, answer];
  const step = host.docker.run(session.order, host, { ...session, answers });
  if (step.kind === 'exit') return step.code;
  const { shell } = session;
  if (host.docker.inFront)
    change(turn).session =
      shell === undefined ? host.docker.inFront : { ...host.docker.inFront, shell };
  return null;
}

/** What stands before the line that is typed next in front of something; null at the learner's own prompt. */
export function sessionPrompt(turn: Turn): string | null {
  const session = currentSession(turn);
  if (session === null) return null;
  switch (session.kind) {
    case 'process':
      return processPrompt(turn, session);
    case 'command':
      return session.asks?.question ?? '';
    default:
      return assertNever(session);
  }
}

/** May what is typed next be seen? Not a password. */
export function echoes({ session }: Sandbox): boolean {
  return session?.kind !== 'command' || session.asks?.echo !== false;
}
