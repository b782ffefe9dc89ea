/** A message of the stream that a build sends. */
export type BuildMessage = Readonly<Record<string, unknown>>;

/** What a build tells while it runs. */
export class BuildOutput {
  readonly messages: BuildMessage[] = [];
  /** When each message was told, on the sandbox's clock. */
  readonly moments: number[] = [];

  constructor(private readonly now: () => number) {}

  say(text: string): void {
    this.tell({ stream: text });
  }

  /** What a step writes to its standard error is told in red. */
  complain(text: string): void {
    this.say(`\x1b[91m${text}\x1b[0m`);
  }

  /** The image that a stage has led to. */
  emitImage(id: string): void {
    this.tell({ aux: { ID: id } });
  }

  pass(messages: readonly object[]): void {
    for (const message of messages) this.tell({ ...message });
  }

  private tell(message: BuildMessage): void {
    this.messages.push(message);
    this.moments.push(this.now());
  }
}

/** The twelve digits of an id that Docker shows; nothing of no id. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
