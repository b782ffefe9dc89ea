import type { From, Instruction } from './instruction';
import type { DockerfileLine } from './parse-dockerfile';
import { parseInstruction } from './parse-instruction';
import { refuseLine, wrapped } from './refusal';

type Arg = Instruction & { readonly kind: 'arg' };

/** One stage: its FROM and what follows it. */
export interface Stage {
  readonly from: From;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, and the ARGs before the first of them (buildkit instructions.Parse). */
export function readStages(lines: readonly DockerfileLine[]): {
  readonly stages: readonly Stage[];
  readonly globals: readonly Arg[];
} {
  const stages: { readonly from: From; readonly instructions: Instruction[] }[] = [];
  const globals: Arg[] = [];
  for (const line of lines) {
    const instruction = wrapped(`dockerfile parse error on line ${line.line}`, () =>
      parseInstruction(line),
    );
    const stage = stages.at(-1);
    if (instruction.kind === 'from') stages.push({ from: instruction, instructions: [] });
    else if (stage) stage.instructions.push(instruction);
    else if (instruction.kind === 'arg') globals.push(instruction);
    else refuseLine('no build stage in current context');
  }
  return { stages, globals };
}
