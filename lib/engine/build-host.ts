import { mergeLayers } from './files/merge';
import type { Host, HostData } from './host';
import { systemFiles } from './shell/system-files';

/** A machine as an author writes it, with what follows from it. */
export function buildHost(data: HostData): Host {
  const { name, home } = data.user;
  const environment = { HOME: home, PATH: '/usr/bin', USER: name, PWD: home, LANG: 'C.UTF-8' };
  return {
    ...data,
    files: mergeLayers([systemFiles(data)]),
    environment,
    atTerminal: { ...environment, TERM: 'xterm-256color' },
  };
}
