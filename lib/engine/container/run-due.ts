import { draftContainer } from '../draft';
import { EngineError } from '../errors';
import { dueAt } from '../process/process';
import { containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { exitNoticed, settleStep } from './exit';
import { launchContainer } from './launch';
import { hostFor } from './signal';

/** Runs what is due in one container at the present moment: its next start, or its processes. */
export function runDue(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  const { state } = container;
  if (state.kind === 'restarting') {
    const again = draftContainer(container);
    again.restartCount++;
    putContainer(turn, again);
    try {
      launchContainer(turn, id);
    } catch (failure) {
      if (!(failure instanceof EngineError)) throw failure;
      emitContainer(turn, 'die', container, { error: failure.message });
    }
    return;
  }
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const { ending } = state.run;
  if (ending) return exitNoticed(turn, container, state.run, ending);
  for (const process of state.run.processes) {
    if (dueAt(process.activity) > turn.state.now) continue;
    const host = hostFor(turn, id, process);
    settleStep(turn, id, process.pid, host.resume(process.activity, host));
  }
}
