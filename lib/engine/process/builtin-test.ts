import { resolvePath } from '../files/path';
import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { isSet } from './shell-arrays';
import { evaluateTest } from './test-command';

/** `test`, `[ … ]` and ash's `[[ … ]]`: 0 when it holds, 1 when not, 2 with a complaint for what is no test. */
export function testAs(name: 'test' | '[' | '[[') {
  return (shell: OpenShell, args: readonly string[], streams: ShellStreams): number => {
    const { flavour, cwd } = shell.m;
    const end = name === '[[' ? ']]' : ']';
    const refuse = (problem: string): number => {
      complain(shell, streams, (flavour === 'ash' ? '' : `${name}: `) + problem);
      return 2;
    };
    if (name !== 'test' && args.at(-1) !== end)
      return refuse(flavour === 'bash' ? `missing \`${end}'` : `missing ${end}`);
    const holds = evaluateTest(
      name === 'test' ? args : args.slice(0, -1),
      (path, link) => {
        const at = resolvePath(cwd, path);
        return link ? shell.host.files.at(at) : shell.host.files.get(at);
      },
      {
        flavour,
        double: name === '[[',
        ...(flavour === 'bash' ? { isSet: (place: string) => isSet(shell.m, place) } : {}),
      },
    );
    if (typeof holds === 'object') return refuse(holds.problem);
    return holds ? 0 : 1;
  };
}
