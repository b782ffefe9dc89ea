import { terminalText } from '@/lib/quiz/terminal-text';
import type { QuestionView } from '@/lib/quiz/types';
import type { StageFrame } from '@/lib/stage/picture';
import type { TerminalLine } from '@/components/ui/terminal-block';

/**
 * A scenario with what was withheld of it, as the run that proves the key printed it. The withheld commands are the last of that run; where they are not, nothing is
 * shown in their place.
 */
export function toldScenario(
  scenario: QuestionView['scenario'],
  run: readonly StageFrame[],
): readonly TerminalLine[] {
  const first = scenario.findIndex(({ output }) => output === null);
  if (first === -1) return scenario;
  const frames = run.slice(-(scenario.length - first));
  return scenario.map((line, at): TerminalLine => {
    if (line.output !== null) return line;
    const frame = frames[at - first];
    return frame?.command === line.command
      ? { ...line, output: terminalText(frame) }
      : { ...line, output: '' };
  });
}
