import { resolvePath } from '../../files/path';
import type { Program, ProgramCall } from '../program';

/** The functions that are named: the programs that stand beside it. */
function functionsOf({ host: { files } }: ProgramCall): readonly string[] {
  return files
    .list('/bin')
    .filter((name) => files.get(resolvePath('/bin', name))?.kind === 'program');
}

const HEAD = `BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.

Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

	BusyBox is a multi-call binary that combines many common Unix
	utilities into a single executable.  The shell in this build
	is configured to run built-in utilities without $PATH search.
	You don't need to install a link to busybox for each utility.
	To run external program, use full path (/sbin/ip instead of ip).

Currently defined functions:
`;

/** Names in lines as wide as a terminal (busybox libbb/appletlib.c). */
function wrapped(names: readonly string[]): string {
  let text = '';
  let column = 0;
  for (const name of names) {
    const width = name.length + 2;
    if (column >= 79 - width) {
      text += ',\n';
      column = 0;
    }
    text += (column === 0 ? '\t' : ', ') + name;
    column = (column === 0 ? 6 : column) + width;
  }
  return `${text}\n`;
}

/** `busybox [--list | FUNCTION [ARG…]]`: becomes one of its functions, or tells of them. */
export const busybox: Program = (call) => {
  const names = functionsOf(call);
  const [, name, ...args] = call.argv;
  if (name === undefined || name === '--help') {
    const { version } = call.host.machine.busybox;
    call.out(`BusyBox ${version} multi-call binary.\n${HEAD}${wrapped(names)}`);
    return { kind: 'exit', code: 0 };
  }
  if (name === '--list') {
    call.out(names.map((each) => `${each}\n`).join(''));
    return { kind: 'exit', code: 0 };
  }
  if (names.includes(name)) return { kind: 'exec', argv: [name, ...args] };
  call.error(`${name}: applet not found\n`);
  return { kind: 'exit', code: 127 };
};
