import { resolvePath } from '../../../files/path';
import type { ProgramCall } from '../../program';
import { owned } from '../paths';

/** Where a program prints to: its output, files, and pipes to commands. */
export class AwkOutput {
  private readonly pipes = new Map<string, string>();
  private readonly opened = new Set<string>();

  constructor(private readonly call: ProgramCall) {}

  /** Prints into a file or, with `|`, for a command, which reads it when the pipe is closed. */
  redirect(text: string, operator: '>' | '>>' | '|', target: string): void {
    const { host, cwd } = this.call;
    if (operator === '|') {
      this.pipes.set(target, (this.pipes.get(target) ?? '') + text);
      return;
    }
    if (target === '/dev/stdout' || target === '-') return this.call.out(text);
    if (target === '/dev/stderr') return this.call.error(text);
    const path = resolvePath(cwd, target);
    const before = host.files.get(path);
    const keeps = operator === '>>' || this.opened.has(path);
    this.opened.add(path);
    const content = (keeps && before?.kind === 'text' ? before.text : '') + text;
    host.files.write(path, owned(this.call, { kind: 'text', text: content }));
  }

  /** Ends a pipe: the command reads what was printed into it. Returns its exit code, -1 without one. */
  close(name: string): number {
    const text = this.pipes.get(name);
    this.pipes.delete(name);
    return text === undefined ? -1 : this.call.run(['sh', '-c', name], text);
  }

  closeAll(): void {
    for (const command of this.pipes.keys()) this.close(command);
  }
}
