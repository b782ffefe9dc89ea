import 'server-only';

/** What a key at a terminal has led to: what the terminal shows, and what it hands on. */
export interface Typed {
  readonly echo: string;
  /** Lines, and keys that are no text: Ctrl-C, Ctrl-D at the beginning of a line. */
  readonly sent: readonly string[];
}

const INTERRUPT = '\u0003';
const END = '\u0004';
const MOST = 4_096;

/**
 * A terminal in its ordinary mode (Linux drivers/tty/n_tty.c): it shows what is typed, lets the line be mended, and hands it on when it has ended. The client
 * sends single keys, for its own terminal is raw.
 */
export class TerminalLine {
  private line = '';
  private escape = false;

  type(text: string): Typed {
    let echo = '';
    const sent: string[] = [];
    for (const key of text) {
      if (this.escape) {
        // Arrow keys and their like end in a letter or `~`; they mean nothing here.
        if (/[A-Za-z~]/.test(key) && key !== 'O') this.escape = false;
        continue;
      }
      switch (key) {
        case '\r':
        case '\n':
          echo += '\r\n';
          sent.push(this.line);
          this.line = '';
          break;
        case INTERRUPT:
          echo += '^C\r\n';
          sent.push(INTERRUPT);
          this.line = '';
          break;
        case END:
          if (this.line === '') sent.push(END);
          break;
        case '\u007f':
        case '\b': {
          const letters = [...this.line];
          if (letters.pop() !== undefined) echo += '\b \b';
          this.line = letters.join('');
          break;
        }
        case '\u0015':
          echo += '\b \b'.repeat([...this.line].length);
          this.line = '';
          break;
        case '\u001b':
          this.escape = true;
          break;
        default:
          if ((key < ' ' && key !== '\t') || this.line.length >= MOST) break;
          echo += key;
          this.line += key;
      }
    }
    return { echo, sent };
  }

  /** What stands there and is not handed on yet. */
  get pending(): string {
    return this.line;
  }
}
