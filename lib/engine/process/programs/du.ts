import { join } from '../../files/path';
import type { Program } from '../program';
import { blocksOf, humanBytes } from './sizes';
import { complain, isBusybox, optionsOf } from './options';
import { absolute, linkOrEntry } from './paths';

/** `du [-s] [-h] [-a] [PATH…]`, in kB. */
export const du: Program = (call) => {
  const options = optionsOf(call, 'd', { 'max-depth': 'd', summarize: 's', 'human-readable': 'h' });
  const busybox = isBusybox(call);
  const most = options.has('s') ? 0 : Number(options.value('d') ?? Infinity);
  let failed = false;
  const say = (blocks: number, shown: string): void =>
    call.out(
      `${options.has('h') ? humanBytes(blocks * 1024, busybox) : options.has('m') ? Math.ceil(blocks / 1024) : blocks}\t${shown}\n`,
    );
  const total = (path: string, shown: string, depth: number): number => {
    const entry = call.host.files.at(path);
    if (!entry) return 0;
    let sum = blocksOf(entry);
    if (entry.kind === 'directory')
      for (const name of call.host.files.list(path))
        sum += total(join(path, name), join(shown, name), depth + 1);
    if (depth <= most && (entry.kind === 'directory' || depth === 0 || options.has('a')))
      say(sum, shown);
    return sum;
  };
  for (const path of options.operands.length > 0 ? options.operands : ['.']) {
    if (linkOrEntry(call, path)) total(absolute(call, path), path, 0);
    else {
      complain(
        call,
        busybox
          ? `${path}: No such file or directory`
          : `cannot access '${path}': No such file or directory`,
      );
      failed = true;
    }
  }
  return { kind: 'exit', code: failed ? 1 : 0 };
};
