import { err, ok, type Result } from '../kernel/result';

/** Why a text is not one docker command line. */
export type CommandRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'several-lines' }
  | { readonly kind: 'not-docker'; readonly word: string }
  | { readonly kind: 'shell-sign'; readonly sign: string; readonly at: number }
  | { readonly kind: 'open-quote' };

/** Longer command lines are refused before anything reads them. */
export const commandLimit = 500;

/**
 * A text as one docker command line: it begins with `docker `, fits in 500 characters and one line, closes its quotes, and holds no
 * shell sign outside quotes (`;`, `&`, `|`, `<`, `>`, `` ` ``, `$(`), so that nothing but docker runs. Returned trimmed.
 */
export function singleCommand(text: string): Result<string, CommandRefusal> {
  if (text.length > commandLimit) return err({ kind: 'too-long', limit: commandLimit });
  const line = text.trim();
  if (line === '') return err({ kind: 'empty' });
  if (/[\n\r\u2028\u2029\0]/.test(line)) return err({ kind: 'several-lines' });
  const word = /^\S+/.exec(line)?.[0] ?? '';
  if (word !== 'docker') return err({ kind: 'not-docker', word });
  let quote: string | null = null;
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    if (quote === "'") {
      if (character === "'") quote = null;
    } else if (character === '\\') {
      i++;
    } else if (character === '`' || (character === '$' && line[i + 1] === '(')) {
      return err({ kind: 'shell-sign', sign: character === '`' ? '`' : '$(', at: i });
    } else if (quote === '"') {
      if (character === '"') quote = null;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (';&|<>'.includes(character)) {
      return err({ kind: 'shell-sign', sign: character, at: i });
    }
  }
  return quote === null ? ok(line) : err({ kind: 'open-quote' });
}
