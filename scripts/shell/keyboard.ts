import { Transform, Writable, type Readable } from 'node:stream';
import { keys } from '@/lib/engine';

/** What lines are typed at: a terminal, whose keys can be had one by one, or a pipe. */
export type Terminal = Readable & {
  readonly isTTY?: boolean;
  setRawMode?: (on: boolean) => unknown;
};

const [CONTROL_P, CONTROL_Q] = [keys.detach[0] ?? '', keys.detach[1] ?? ''];

/**
 * A keyboard whose Ctrl-D and Ctrl-P Ctrl-Q are told to a listener while `inFront` holds (something stands in front of the learner's shell); every other
 * key goes on to `input`.
 */
export function keyboardOf(
  terminal: Terminal,
  isTerminal: boolean,
  inFront: () => boolean,
): { readonly input: Readable; on(listener: (key: string) => void): void } {
  if (!isTerminal) return { input: terminal, on: () => undefined };
  let tell: (key: string) => void = () => undefined;
  let held = '';
  const input = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let rest = '';
      for (const key of chunk.toString()) {
        if (held !== '') {
          held = '';
          if (key === CONTROL_Q) tell(keys.detach);
          else rest += CONTROL_P + key;
        } else if (inFront() && key === CONTROL_P) held = key;
        else if (inFront() && key === keys.end) tell(keys.end);
        else rest += key;
      }
      done(null, rest);
    },
  });
  terminal.setRawMode?.(true);
  input.on('close', () => terminal.setRawMode?.(false));
  terminal.pipe(input);
  return {
    input,
    on(listener) {
      tell = listener;
    },
  };
}

/** A screen on which what is typed can be hidden, as it is where a password is asked for. */
export function screenOf(output: Writable): {
  readonly output: Writable;
  hide(): void;
  show(): void;
} {
  let hidden = false;
  const screen = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const text = chunk.toString();
      // The end of the line is seen all the same.
      if (!hidden) output.write(text);
      else if (/[\r\n]/.test(text)) output.write('\n');
      done();
    },
  });
  return {
    output: screen,
    hide: () => {
      hidden = true;
    },
    show: () => {
      hidden = false;
    },
  };
}
