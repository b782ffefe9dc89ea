import { resolvePath } from '../files/path';
import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { writeTo } from './streams';

/** `cd [FOLDER|-]`: without a folder to `HOME`; `-` is where the shell was before, which is then told. */
export function cd(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const target = args.find((arg) => !/^-[LP]$/.test(arg));
  if (m.flavour === 'bash' && args.filter((arg) => !/^-[LPe]$/.test(arg)).length > 1) {
    complain(shell, streams, 'cd: too many arguments');
    return 1;
  }
  const back = target === '-';
  const wanted = back ? m.variables['OLDPWD'] : (target ?? m.variables['HOME']);
  if (back && wanted === undefined && m.flavour === 'bash') {
    complain(shell, streams, 'cd: OLDPWD not set');
    return 1;
  }
  const path = resolvePath(m.cwd, wanted ?? (back ? m.cwd : '/'));
  const kind = shell.host.files.get(path)?.kind;
  if (kind !== 'directory') {
    const reason = kind === undefined ? 'No such file or directory' : 'Not a directory';
    const shown = wanted ?? '';
    if (m.flavour === 'bash') complain(shell, streams, `cd: ${shown}: ${reason}`);
    else if (m.flavour === 'dash') complain(shell, streams, `cd: can't cd to ${shown}`);
    else complainOf(shell, streams, 'cd', `can't cd to ${shown}: ${reason}`);
    return m.flavour === 'bash' ? 1 : 2;
  }
  shell.setVariable('OLDPWD', m.cwd);
  if (!m.exported.includes('OLDPWD')) m.exported = [...m.exported, 'OLDPWD'];
  m.cwd = path;
  shell.setVariable('PWD', path);
  if (back) writeTo(shell.host, streams.stdout, `${path}\n`);
  return 0;
}
