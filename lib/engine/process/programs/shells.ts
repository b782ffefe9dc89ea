import type { ShellFlavour } from '../process';
import type { Program } from '../program';
import { resolvePath } from '../../files/path';

/** What a shell says of a `-c` with nothing behind it. */
const MISSING_COMMAND: Readonly<Record<ShellFlavour, string>> = {
  ash: '-c requires an argument',
  dash: '0: -c requires an argument',
  bash: '-c: option requires an argument',
};

/** `sh`, `bash`: `-c SCRIPT [NAME [ARG…]]`, a script file, or what comes in. */
function shell(flavour: ShellFlavour): Program {
  return (call) => {
    const [self = 'sh', ...rest] = call.argv;
    let exitOnError = false;
    let isCommand = false;
    let isInput = false;
    let options = '';
    let at = 0;
    for (; rest[at]?.startsWith('-') && rest[at] !== '-'; at++) {
      const option = rest[at] ?? '';
      if (option === '--') {
        at++;
        break;
      }
      if (option.startsWith('--')) continue;
      if (option.includes('e')) exitOnError = true;
      if (option.includes('c')) isCommand = true;
      if (option.includes('s')) isInput = true;
      options += option.replace(/[^ux]/g, '');
    }
    const operands = rest.slice(at);
    const start = { kind: 'script' as const, flavour, name: self, exitOnError, options };
    const [first, ...args] = operands;
    if (isCommand && first === undefined) {
      call.error(`${self}: ${MISSING_COMMAND[flavour]}\n`);
      return { kind: 'exit', code: 2 };
    }
    if (isCommand)
      return {
        source: first ?? '',
        args: args.length > 0 ? args : [self],
        ordered: true,
        ...start,
      };
    if (first !== undefined && first !== '-' && !isInput) {
      const entry = call.host.files.get(resolvePath(call.cwd, first));
      if (entry?.kind !== 'text') {
        call.error(
          flavour === 'bash'
            ? `${self}: ${first}: No such file or directory\n`
            : flavour === 'dash'
              ? `${self}: 0: cannot open ${first}: No such file\n`
              : `${self}: can't open '${first}': No such file or directory\n`,
        );
        return { kind: 'exit', code: flavour === 'ash' || flavour === 'dash' ? 2 : 127 };
      }
      return { source: entry.text, args: [first, ...args], ...start, name: first };
    }
    const own = isInput ? [self, ...operands] : [self];
    if (call.stdin === null) return { source: '', args: own, interactive: true, ...start };
    return { source: call.stdin, args: own, ...start };
  };
}

export const shellPrograms: Readonly<Record<string, Program>> = {
  ash: shell('ash'),
  dash: shell('dash'),
  bash: shell('bash'),
};
