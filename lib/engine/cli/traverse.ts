import { parseFlags } from './flags';
import type { CommandNode } from './tree';

/** Where the words of a command line lead (spf13/cobra `command.go` Traverse). */
export type Found =
  | {
      readonly kind: 'found';
      /** Null: no word names anything, the line is `docker`'s own. */
      readonly node: CommandNode | null;
      /** What is left for the command. */
      readonly args: readonly string[];
      /** `--help` stood between the words. */
      readonly help: boolean;
      /** What pflag says of the flags between the words. */
      readonly warnings: readonly string[];
    }
  /** A bad flag between the words; printed alone. */
  | { readonly kind: 'refused'; readonly error: string };

type Children = ReadonlyMap<string, CommandNode>;

const isFlag = (word: string): boolean => /^(--.|-[^-])/s.test(word);

/** Does the flag take the next word as its value? Groups have no flag of their own but help. */
function takesNext(word: string): boolean {
  if (word.includes('=')) return false;
  return word.startsWith('--')
    ? word !== '--help'
    : word.length === 2 && word.startsWith('-') && word !== '-h';
}

/** Walks from word to word as long as they name something. */
export function traverse(children: Children, words: readonly string[]): Found {
  let node: CommandNode | null = null;
  let args = words;
  let help = false;
  const warnings: string[] = [];
  let inner: Children = children;
  for (;;) {
    const step = nextWord(inner, args);
    if (step === null) return { kind: 'found', node, args, help, warnings };
    const flags = parseFlags(step.flags, [], { warn: (line) => warnings.push(line) });
    if (!flags.ok) return { kind: 'refused', error: flags.error };
    help ||= flags.value.help;
    node = step.node;
    args = args.slice(step.position + 1);
    if (node.kind === 'command') return { kind: 'found', node, args, help, warnings };
    inner = node.children;
  }
}

/** The first word that is neither a flag nor a flag's value, if it names something. */
function nextWord(
  children: Children,
  words: readonly string[],
): {
  readonly node: CommandNode;
  readonly position: number;
  readonly flags: readonly string[];
} | null {
  const flags: string[] = [];
  let inFlag = false;
  for (const [position, word] of words.entries()) {
    if (takesNext(word)) inFlag = true;
    else if (inFlag) inFlag = false;
    else if (!isFlag(word)) {
      const node = children.get(word);
      return node === undefined ? null : { node, position, flags };
    }
    flags.push(word);
  }
  return null;
}

/** The command that words name, and the words beyond it: what `docker help` is asked. */
export function find(
  children: Children,
  words: readonly string[],
): { readonly node: CommandNode | null; readonly args: readonly string[] } {
  let node: CommandNode | null = null;
  let inner: Children = children;
  for (const [position, word] of words.entries()) {
    const next = inner.get(word);
    if (next === undefined) return { node, args: words.slice(position) };
    node = next;
    inner = next.kind === 'group' ? next.children : new Map();
  }
  return { node, args: [] };
}
