import { sizeOfEntry } from '../../files/attributes';
import { nameOf, parentOf, resolvePath } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall, ProgramOutcome } from '../program';

/** Splits `-la a b` into option letters and operands. */
function parse(call: ProgramCall): { readonly options: string; readonly operands: string[] } {
  let options = '';
  const operands: string[] = [];
  let open = true;
  for (const arg of call.argv.slice(1)) {
    if (open && arg === '--') open = false;
    else if (open && arg.startsWith('-') && arg !== '-')
      options += arg.startsWith('--') ? '' : arg.slice(1);
    else operands.push(arg);
  }
  return { options, operands };
}

const at = (call: ProgramCall, path: string): FileEntry | null =>
  call.host.files.get(resolvePath(call.cwd, path));

function exit(failed: boolean, code = 1): ProgramOutcome {
  return { kind: 'exit', code: failed ? code : 0 };
}

/** Runs an action for each operand; it returns a complaint without the program's name, or null. */
function forEach(
  call: ProgramCall,
  operands: readonly string[],
  action: (operand: string) => string | null,
  code = 1,
): ProgramOutcome {
  let failed = false;
  for (const operand of operands) {
    const complaint = action(operand);
    if (complaint === null) continue;
    call.error(`${nameOf(call.argv[0] ?? '')}: ${complaint}\n`);
    failed = true;
  }
  return exit(failed, code);
}

function write(call: ProgramCall, path: string, entry: FileEntry): string | null {
  const absolute = resolvePath(call.cwd, path);
  if (call.host.files.get(parentOf(absolute))?.kind !== 'directory')
    return 'No such file or directory';
  const refusal = call.host.refusal(absolute, call.user);
  if (refusal === null) call.host.files.put(absolute, entry);
  return refusal;
}

const touch: Program = (call) =>
  forEach(call, parse(call).operands, (path) => {
    const entry = at(call, path);
    const refusal = write(call, path, entry ?? { kind: 'text', text: '' });
    return refusal && `${path}: ${refusal}`;
  });

const mkdir: Program = (call) => {
  const { options, operands } = parse(call);
  return forEach(call, operands, (path) => {
    if (at(call, path))
      return options.includes('p') ? null : `can't create directory '${path}': File exists`;
    const absolute = resolvePath(call.cwd, path);
    if (options.includes('p')) {
      let done = '';
      for (const part of absolute.split('/').slice(1)) {
        done += `/${part}`;
        if (!call.host.files.get(done)) {
          const refusal = write(call, done, { kind: 'directory' });
          if (refusal) return `can't create directory '${path}': ${refusal}`;
        }
      }
      return null;
    }
    const refusal = write(call, path, { kind: 'directory' });
    return refusal && `can't create directory '${path}': ${refusal}`;
  });
};

const rm: Program = (call) => {
  const { options, operands } = parse(call);
  const recursive = /r/i.test(options);
  return forEach(call, operands, (path) => {
    const entry = at(call, path);
    if (!entry)
      return options.includes('f') ? null : `can't remove '${path}': No such file or directory`;
    if (entry.kind === 'directory' && !recursive) return `'${path}' is a directory`;
    const absolute = resolvePath(call.cwd, path);
    const refusal = call.host.refusal(absolute, call.user);
    if (refusal) return `can't remove '${path}': ${refusal}`;
    call.host.files.remove(absolute);
    return null;
  });
};

const rmdir: Program = (call) =>
  forEach(call, parse(call).operands, (path) => {
    const absolute = resolvePath(call.cwd, path);
    if (!at(call, path)) return `'${path}': No such file or directory`;
    if (call.host.files.list(absolute).length > 0) return `'${path}': Directory not empty`;
    call.host.files.remove(absolute);
    return null;
  });

/** Copies a file, or a folder with everything in it. */
function copyTree(call: ProgramCall, from: string, to: string): void {
  const entry = call.host.files.get(from);
  if (!entry) return;
  call.host.files.put(to, entry);
  if (entry.kind === 'directory')
    for (const name of call.host.files.list(from))
      copyTree(call, `${from}/${name}`, `${to}/${name}`);
}

function transfer(removes: boolean): Program {
  return (call) => {
    const { options, operands } = parse(call);
    const target = operands.at(-1) ?? '';
    const into = at(call, target)?.kind === 'directory';
    return forEach(call, operands.slice(0, -1), (path) => {
      const entry = at(call, path);
      if (!entry)
        return removes
          ? `can't rename '${path}': No such file or directory`
          : `can't stat '${path}': No such file or directory`;
      if (entry.kind === 'directory' && !removes && !/[ra]/i.test(options))
        return `omitting directory '${path}'`;
      const from = resolvePath(call.cwd, path);
      const to = resolvePath(call.cwd, into ? `${target}/${nameOf(from)}` : target);
      if (call.host.files.get(parentOf(to))?.kind !== 'directory')
        return `can't create '${target}': No such file or directory`;
      const refusal = call.host.refusal(to, call.user);
      if (refusal) return `can't create '${target}': ${refusal}`;
      copyTree(call, from, to);
      if (removes) call.host.files.remove(from);
      return null;
    });
  };
}

function modeOf(entry: FileEntry): string {
  const executable =
    entry.kind === 'program' || (entry.kind === 'text' && ((entry.mode ?? 0) & 0o111) !== 0);
  if (entry.kind === 'directory') return 'drwxr-xr-x';
  if (entry.kind === 'link') return 'lrwxrwxrwx';
  return executable ? '-rwxr-xr-x' : '-rw-r--r--';
}

const ls: Program = (call) => {
  const { options, operands } = parse(call);
  const paths = operands.length > 0 ? operands : ['.'];
  const long = options.includes('l');
  const date = new Date(call.host.now).toUTCString();
  const stamp = `${date.slice(8, 11)} ${date.slice(5, 7).replace(/^0/, ' ')} ${date.slice(17, 22)}`;
  const line = (name: string, entry: FileEntry): string =>
    long
      ? `${modeOf(entry)}    1 root     root     ${String(entry.kind === 'directory' ? 4096 : sizeOfEntry(entry)).padStart(9)} ${stamp} ${name}${entry.kind === 'link' ? ` -> ${entry.target}` : ''}\n`
      : `${name}\n`;
  let failed = false;
  const files: string[] = [];
  const folders: string[] = [];
  for (const path of paths) {
    const entry = at(call, path);
    if (!entry) {
      call.error(
        `ls: ${call.host.files.get('/bin/busybox') ? '' : 'cannot access '}${call.host.files.get('/bin/busybox') ? path : `'${path}'`}: No such file or directory\n`,
      );
      failed = true;
    } else if (entry.kind === 'directory' && !options.includes('d')) folders.push(path);
    else files.push(path);
  }
  const busybox = call.host.files.get('/bin/busybox') !== null;
  for (const path of files) {
    const entry = at(call, path);
    if (entry) call.out(line(path, entry));
  }
  folders.forEach((path, index) => {
    const absolute = resolvePath(call.cwd, path);
    if (paths.length > 1) call.out(`${index + files.length > 0 ? '\n' : ''}${path}:\n`);
    const all = call.host.files.list(absolute);
    const names = [
      ...(options.includes('a') ? ['.', '..'] : []),
      ...all.filter((name) => /[aA]/.test(options) || !name.startsWith('.')),
    ];
    if (long) call.out(`total ${names.length * 4}\n`);
    for (const name of names) {
      const entry =
        name.startsWith('.') && name.length < 3
          ? null
          : call.host.files.get(resolvePath(absolute, name));
      call.out(line(name, entry ?? { kind: 'directory' }));
    }
  });
  return exit(failed, busybox ? 1 : 2);
};

const chmod: Program = (call) => {
  const [mode = '', ...paths] = parse({
    ...call,
    argv: call.argv.map((arg) => arg.replace(/^-([rwx]+)$/, '_$1')),
  }).operands;
  return forEach(call, paths, (path) => {
    const entry = at(call, path);
    if (!entry) return `${path}: No such file or directory`;
    if (entry.kind !== 'text') return null;
    const octal = /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) : null;
    const adds = mode.includes('+x') || mode.includes('=');
    call.host.files.put(resolvePath(call.cwd, path), {
      ...entry,
      mode: octal ?? (adds ? 0o755 : 0o644),
    });
    return null;
  });
};

const chown: Program = (call) =>
  forEach(call, parse(call).operands.slice(1), (path) =>
    at(call, path) ? null : `${path}: No such file or directory`,
  );

const ln: Program = (call) => {
  const [target = '', name = ''] = parse(call).operands;
  const refusal = write(call, name, { kind: 'link', target });
  if (refusal) call.error(`ln: ${name}: ${refusal}\n`);
  return exit(refusal !== null);
};

const find: Program = (call) => {
  const [start = '.'] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const walk = (path: string, shown: string): void => {
    call.out(`${shown}\n`);
    if (call.host.files.get(path)?.kind !== 'directory') return;
    for (const name of call.host.files.list(path))
      walk(resolvePath(path, name), `${shown === '/' ? '' : shown}/${name}`);
  };
  if (!at(call, start)) {
    call.error(`find: ${start}: No such file or directory\n`);
    return exit(true);
  }
  walk(resolvePath(call.cwd, start), start);
  return exit(false);
};

const du: Program = (call) => {
  const { operands } = parse(call);
  const path = operands[0] ?? '.';
  const total = (absolute: string): number => {
    const entry = call.host.files.get(absolute);
    if (entry?.kind !== 'directory') return entry ? sizeOfEntry(entry) : 0;
    return call.host.files
      .list(absolute)
      .reduce((sum, name) => sum + total(resolvePath(absolute, name)), 0);
  };
  call.out(`${Math.ceil(total(resolvePath(call.cwd, path)) / 1024)}\t${path}\n`);
  return exit(false);
};

/** `dd if=/dev/zero of=FILE bs=1M count=10`: a file of zeros, never materialised. */
const dd: Program = (call) => {
  const options = new Map(
    call.argv
      .slice(1)
      .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
  );
  const block = size(options.get('bs') ?? '512');
  const count = Number(options.get('count') ?? '1');
  const refusal = write(call, options.get('of') ?? '', { kind: 'zeros', size: block * count });
  if (refusal) {
    call.error(`dd: can't open '${options.get('of') ?? ''}': ${refusal}\n`);
    return exit(true);
  }
  call.error(`${count}+0 records in\n${count}+0 records out\n`);
  return exit(false);
};

function size(text: string): number {
  const units: Readonly<Record<string, number>> = {
    k: 1024,
    K: 1024,
    M: 1024 ** 2,
    m: 1024 ** 2,
    G: 1024 ** 3,
  };
  return Number.parseInt(text, 10) * (units[text.at(-1) ?? ''] ?? 1);
}

export const filePrograms: Readonly<Record<string, Program>> = {
  touch,
  mkdir,
  rm,
  rmdir,
  cp: transfer(false),
  mv: transfer(true),
  ls,
  chmod,
  chown,
  ln,
  find,
  du,
  dd,
};
