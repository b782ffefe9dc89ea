import { assertNever } from '../../kernel/assert-never';
import type { CopyWords, Instruction } from './dockerfile/instruction';

type Expand = (word: string) => string;

function copyWords(words: CopyWords, expand: Expand): CopyWords {
  return {
    chown: expand(words.chown),
    chmod: expand(words.chmod),
    sources: words.sources.map(expand),
    destination: expand(words.destination),
    from: words.from,
  };
}

/** The instruction with variables put in where it takes them; EXPOSE does it by itself (buildkit instructions/commands.go Expand). */
export function expandOrder(instruction: Instruction, expand: Expand): Instruction {
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return instruction.literal
        ? instruction
        : {
            ...instruction,
            pairs: instruction.pairs.map(({ name, value }) => ({
              name: expand(name),
              value: expand(value),
            })),
          };
    case 'arg':
      return {
        ...instruction,
        arguments: instruction.arguments.map(({ name, value }) => ({
          name: expand(name),
          value: value === null ? null : expand(value),
        })),
      };
    case 'user':
    case 'workdir':
    case 'stopsignal':
      return { ...instruction, text: expand(instruction.text) };
    case 'add':
    case 'copy':
      return { ...instruction, ...copyWords(instruction, expand) };
    case 'volume':
      return { ...instruction, words: instruction.words.map(expand) };
    case 'maintainer':
    case 'onbuild':
    case 'run':
    case 'cmd':
    case 'entrypoint':
    case 'expose':
    case 'shell':
    case 'healthcheck':
      return instruction;
    default:
      return assertNever(instruction);
  }
}
