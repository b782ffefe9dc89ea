import 'server-only';
import { promptInContainer, type Frame, type Sandbox, type World } from '@/lib/engine';
import type { Connection } from './connection';
import type { FollowedProcess } from './follow-output';
import { frameBytes } from './multiplex';

/** Writes what a process says to a client; at a terminal its prompt too, when it waits for a line. What comes before the client is connected goes out first. */
export class ProcessScreen {
  private prompted = false;
  /** Lines that were typed and have not reached the process yet: it is going to read them, and has no prompt to write before. */
  private underWay = 0;
  private connection: Connection | null = null;
  private early: Buffer[] = [];

  constructor(
    private readonly world: World,
    private readonly tty: boolean,
    private readonly wants: (stream: Frame['stream']) => boolean,
  ) {}

  get isEmpty(): boolean {
    return this.early.length === 0;
  }

  connect(open: (first: Buffer) => Connection): Connection {
    this.connection = open(Buffer.concat(this.early));
    this.early = [];
    return this.connection;
  }

  write(frame: Frame): void {
    if (!this.wants(frame.stream)) return;
    const text = this.tty ? frame.text.replace(/\r?\n/g, '\r\n') : frame.text;
    this.send(frameBytes({ ...frame, text }, this.tty));
  }

  /** Shows what was typed; so many lines and keys of it are on their way to the process. */
  show(echo: string, lines: number): void {
    this.underWay += lines;
    if (echo.includes('\n')) this.prompted = false;
    if (echo !== '') this.send(Buffer.from(echo, 'utf8'));
  }

  /** One of them has arrived, and led to a state; null: to nobody. */
  given(sandbox: Sandbox | null, process: FollowedProcess): void {
    this.underWay--;
    if (sandbox) this.settled(sandbox, process);
  }

  settled(sandbox: Sandbox, { container, pid }: FollowedProcess): void {
    if (!this.tty || this.underWay > 0) return;
    const prompt = promptInContainer(sandbox, container, pid, this.world);
    if (prompt === null) this.prompted = false;
    else if (!this.prompted) {
      this.prompted = true;
      this.send(Buffer.from(prompt, 'utf8'));
    }
  }

  private send(bytes: Buffer): void {
    if (this.connection === null) this.early.push(bytes);
    else this.connection.write(bytes);
  }
}
