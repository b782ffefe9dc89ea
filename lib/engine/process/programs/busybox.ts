import { resolvePath } from '../../files/path';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { selfName } from './options';

const FOLDERS = ['/bin', '/sbin', '/usr/bin', '/usr/sbin'];

/** The functions that are named: the programs that stand beside it, and what links to it. */
function functionsOf({ host: { files } }: ProgramCall): readonly string[] {
  const named = FOLDERS.flatMap((folder) =>
    (files.at(folder)?.kind === 'directory' ? files.list(folder) : []).filter((name) => {
      const entry = files.get(resolvePath(folder, name));
      return entry?.kind === 'program' && (folder === '/bin' || entry.program === 'busybox');
    }),
  );
  return named.sort();
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

/** `busybox [--list | FUNCTION [ARG…]]`: becomes one of its functions, or tells of them. Under a name that is none of theirs it does nothing. */
export const busybox: Program = (call) => {
  const self = selfName(call);
  if (!self.startsWith('busybox')) return notFound(call, self);
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
  return notFound(call, name);
};

function notFound(call: ProgramCall, name: string): ProgramOutcome {
  call.error(`${name}: applet not found\n`);
  return { kind: 'exit', code: 127 };
}
