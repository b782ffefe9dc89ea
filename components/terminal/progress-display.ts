/** What a message of a transfer or a build may say. */
interface Message {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly stream?: unknown;
  readonly progressDetail?: unknown;
  readonly progress?: unknown;
  readonly aux?: unknown;
  readonly error?: unknown;
}

/** A bar of progress is drawn on a screen that is wider. */
const ROOM_FOR_BAR = 110;
const BAR = /^\[[=> ]*\] /;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Draws messages about layers as docker does at a terminal: each layer has a line of its own, which is drawn over (moby pkg/jsonmessage). */
export class ProgressDisplay {
  /** The line of each layer, from that of the first one on. */
  private lines = new Map<string, number>();

  constructor(private readonly columns: number) {}

  /** What is written for a message. */
  draw(message: unknown): string {
    const { id, status, stream, progressDetail, progress, aux, error } = message as Message;
    if (aux !== undefined || error !== undefined) return '';
    if (textOf(stream) !== '') {
      this.lines = new Map();
      return textOf(stream);
    }
    const name = textOf(id);
    if (name === '' || progressDetail === undefined) {
      this.lines = new Map();
      return `${name === '' ? '' : `${name}: `}${textOf(status)}\n`;
    }
    const isNew = !this.lines.has(name);
    if (isNew) this.lines.set(name, this.lines.size);
    const up = this.lines.size - (this.lines.get(name) ?? 0);
    const bar = textOf(progress);
    const shown = this.columns > ROOM_FOR_BAR ? bar : bar.replace(BAR, '');
    return `${isNew ? '\n' : ''}\u001b[${up}A\u001b[2K\r${name}: ${textOf(status)} ${shown}\r\u001b[${up}B`;
  }
}
