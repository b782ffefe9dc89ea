import type { Program, ProgramCall } from '../program';
import { serverOf, serversIn } from '../servers';
import { routeRows } from './interfaces';
import { optionsOf } from './options';

/** Where servers of a container listen: busybox's at every address of either kind, which the kernel tells as one of IPv6. */
function listenersOf(call: ProgramCall): readonly string[] {
  const names = call.host.processes().flatMap(({ activity }) => serversIn(activity));
  return [...new Set(names)].flatMap((name) => serverOf(name).ports.map((port) => `:::${port}`));
}

/** `netstat [-ral] [-tuwx] [-en]` of busybox: sockets, of which only those that listen last longer than a command, or the table of routes (`-r`). */
export const netstat: Program = (call) => {
  const options = optionsOf(call);
  if (options.has('r')) {
    call.out(
      'Kernel IP routing table\nDestination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n',
    );
    for (const row of routeRows(call, options.has('n'), '    0 0          0')) call.out(row);
    return { kind: 'exit', code: 0 };
  }
  const every = !['t', 'u', 'w', 'x'].some(options.has);
  const which = options.has('a')
    ? 'servers and established'
    : options.has('l')
      ? 'only servers'
      : 'w/o servers';
  if (every || ['t', 'u', 'w'].some(options.has)) {
    call.out(
      `Active Internet connections (${which})\nProto Recv-Q Send-Q Local Address           Foreign Address         State       \n`,
    );
    if ((every || options.has('t')) && which !== 'w/o servers')
      for (const address of listenersOf(call))
        call.out(`tcp        0      0 ${address.padEnd(23)} ${':::*'.padEnd(23)} LISTEN      \n`);
  }
  if (every || options.has('x'))
    call.out(
      `Active UNIX domain sockets (${which})\nProto RefCnt Flags       Type       State         I-Node Path\n`,
    );
  return { kind: 'exit', code: 0 };
};
