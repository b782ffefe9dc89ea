import { join } from '../../files/path';
import { modeOf } from '../../files/attributes';
import { accountOf } from '../account';
import type { Program, ProgramCall } from '../program';
import { complain, fail, isBusybox, quoted, tryHelp } from './options';
import { missingOperand } from './usage';
import { lastOf } from './ask';
import { modeText, parseMode } from './mode';
import { absolute } from './paths';

/** `0644 (rw-r--r--)` */
function spelt(bits: number): string {
  return `${bits.toString(8).padStart(4, '0')} (${modeText('', bits)})`;
}

function changeOf(call: ProgramCall, before: number, after: number): string {
  if (isBusybox(call)) return `changed to ${spelt(after)}`;
  return before === after
    ? `retained as ${spelt(after)}`
    : `changed from ${spelt(before)} to ${spelt(after)}`;
}

/** `chmod [-Rcv] MODE FILE…`; a mode may begin with a minus. */
export const chmod: Program = (call) => {
  const flags = call.argv.slice(1).filter((arg) => /^-[RvcfH]+$|^--/.test(arg));
  const [mode, ...paths] = call.argv.slice(1).filter((arg) => !flags.includes(arg));
  if (mode === undefined || paths.length === 0) return missingOperand(call);
  if (parseMode(mode, 0, false) === null)
    return fail(
      call,
      isBusybox(call)
        ? `invalid mode '${mode}'`
        : `invalid mode: ${quoted(call, mode)}${tryHelp(call)}`,
    );
  const tells = lastOf(call, 'cv');
  let failed = false;
  for (const path of paths)
    failed =
      !change(
        call,
        path,
        absolute(call, path),
        mode,
        flags.some((flag) => flag.includes('R')),
        tells,
      ) || failed;
  return { kind: 'exit', code: failed ? 1 : 0 };
};

function change(
  call: ProgramCall,
  shown: string,
  path: string,
  mode: string,
  deep: boolean,
  tells: string,
): boolean {
  const { files } = call.host;
  const entry = files.get(path);
  const { uid } = accountOf(files, call.user);
  const reason = !entry
    ? 'No such file or directory'
    : call.host.readOnly(path)
      ? 'Read-only file system'
      : uid !== 0 && (entry.uid ?? 0) !== uid
        ? 'Operation not permitted'
        : null;
  if (!entry || reason !== null) {
    const missing = entry ? `changing permissions of '${shown}'` : `cannot access '${shown}'`;
    complain(call, `${isBusybox(call) ? shown : missing}: ${reason ?? ''}`);
    if (tells === 'v' && !entry && !isBusybox(call)) call.out(`'${shown}' could not be accessed\n`);
    return false;
  }
  const isFolder = entry.kind === 'directory';
  const before = modeOf(entry, files.real(path));
  const bits = parseMode(mode, before, isFolder);
  if (bits !== null) files.alter(path, (whole) => ({ ...whole, mode: bits }));
  if (tells === 'v' || (tells === 'c' && bits !== before))
    call.out(`mode of '${shown}' ${changeOf(call, before, bits ?? before)}\n`);
  if (!deep || !isFolder) return true;
  return files
    .list(path)
    .map((name) => change(call, join(shown, name), join(path, name), mode, true, tells))
    .every((done) => done);
}
