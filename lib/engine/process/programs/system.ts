import { resolvePath } from '../../files/path';
import { parseSignal } from '../signals';
import { CapturedHost } from '../captured-host';
import { dueAt } from '../process';
import { failure, success, type Program, type ProgramCall } from '../program';

const seconds = (text: string): number | null => {
  const match = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(text);
  if (!match) return text === 'infinity' || text === 'inf' ? Number.MAX_SAFE_INTEGER : null;
  const factors: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
  return Number(match[1]) * (factors[match[2] ?? ''] ?? 1);
};

const sleep: Program = (call) => {
  const args = call.argv.slice(1);
  if (args.length === 0) {
    call.error(
      call.host.files.get('/bin/busybox')
        ? 'BusyBox v1.37.0 multi-call binary.\n\nUsage: sleep [N]...\n'
        : "sleep: missing operand\nTry 'sleep --help' for more information.\n",
    );
    return failure;
  }
  let total = 0;
  for (const arg of args) {
    const value = seconds(arg);
    if (value === null) {
      call.error(
        call.host.files.get('/bin/busybox')
          ? `sleep: invalid number '${arg}'\n`
          : `sleep: invalid time interval '${arg}'\nTry 'sleep --help' for more information.\n`,
      );
      return failure;
    }
    total += value;
  }
  return { kind: 'sleep', milliseconds: Math.round(total * 1000) };
};

const env: Program = (call) => {
  const own: Record<string, string> = { ...call.env };
  let at = 1;
  for (; at < call.argv.length; at++) {
    const arg = call.argv[at] ?? '';
    const equals = arg.indexOf('=');
    if (equals > 0) own[arg.slice(0, equals)] = arg.slice(equals + 1);
    else break;
  }
  if (at < call.argv.length) return { kind: 'exec', argv: call.argv.slice(at), env: own };
  for (const [name, value] of Object.entries(own)) call.out(`${name}=${value}\n`);
  return success;
};

const printenv: Program = (call) => {
  const [name] = call.argv.slice(1);
  if (name === undefined) return env({ ...call, argv: ['env'] });
  const value = call.env[name];
  if (value === undefined) return failure;
  call.out(`${value}\n`);
  return success;
};

const hostname: Program = (call) => {
  call.out(
    call.argv[1] === '-i' || call.argv[1] === '-I'
      ? `${call.host.address}${call.argv[1] === '-I' ? ' ' : ''}\n`
      : `${call.host.hostname}\n`,
  );
  return success;
};

interface Account {
  readonly name: string;
  readonly uid: string;
  readonly gid: string;
}

/** A line of /etc/passwd or /etc/group by name or number. */
function lookUp(call: ProgramCall, file: string, key: string): readonly string[] | null {
  const entry = call.host.files.get(file);
  const lines = entry?.kind === 'text' ? entry.text.split('\n').map((line) => line.split(':')) : [];
  return lines.find((fields) => fields[0] === key || fields[2] === key) ?? null;
}

function account(call: ProgramCall): Account {
  const [user = '0', group] = (call.user || '0').split(':');
  const fields = lookUp(call, '/etc/passwd', user);
  const gid =
    group === undefined ? (fields?.[3] ?? '0') : (lookUp(call, '/etc/group', group)?.[2] ?? group);
  return { name: fields?.[0] ?? '', uid: fields?.[2] ?? user, gid };
}

const id: Program = (call) => {
  const { name, uid, gid } = account(call);
  const option = call.argv[1] ?? '';
  if (option === '-u') call.out(`${uid}\n`);
  else if (option === '-g') call.out(`${gid}\n`);
  else if (option === '-un') {
    if (name === '') {
      call.error(`id: unknown ID ${uid}\n`);
      return failure;
    }
    call.out(`${name}\n`);
  } else {
    const groupName = lookUp(call, '/etc/group', gid)?.[0];
    const group = groupName ? `${gid}(${groupName})` : gid;
    const extra = [] as string[];
    const more = uid === '0' && call.host.files.get('/bin/busybox') ? ',10(wheel)' : '';
    call.out(
      `uid=${uid}${name ? `(${name})` : ''} gid=${gid}${groupName ? `(${groupName})` : ''} groups=${[group, ...extra].join(',')}${groupName === 'root' && lookUp(call, '/etc/group', 'wheel') ? more : ''}\n`,
    );
  }
  return success;
};

const whoami: Program = (call) => id({ ...call, argv: ['id', '-un'] });

const pwd: Program = (call) => {
  call.out(`${call.cwd}\n`);
  return success;
};

const uname: Program = (call) => {
  const option = call.argv[1] ?? '';
  const { kernel, hostname: name } = call.host;
  if (option === '-r') call.out(`${kernel}\n`);
  else if (option === '-n') call.out(`${name}\n`);
  else if (option === '-m') call.out('x86_64\n');
  else if (option === '-a') call.out(`Linux ${name} ${kernel} #45-Ubuntu SMP x86_64 GNU/Linux\n`);
  else call.out('Linux\n');
  return success;
};

const ps: Program = (call) => {
  const wide = call.argv.slice(1).join('').includes('f') || call.argv.includes('aux');
  const busybox = call.host.files.get('/bin/busybox') !== null;
  const rows = call.host.processes().filter((process) => process.pid !== call.pid);
  call.out(
    busybox
      ? 'PID   USER     TIME  COMMAND\n'
      : wide
        ? 'UID          PID    PPID  C STIME TTY          TIME CMD\n'
        : '    PID TTY          TIME CMD\n',
  );
  const line = (pid: number, user: string, argv: readonly string[]): string =>
    busybox
      ? `${String(pid).padStart(5)} ${(user || 'root').padEnd(8)}  0:00 ${argv.join(' ')}\n`
      : wide
        ? `${(user || 'root').padEnd(8)} ${String(pid).padStart(7)} ${String(pid === 1 ? 0 : 1).padStart(7)}  0 00:00 ?        00:00:00 ${argv.join(' ')}\n`
        : `${String(pid).padStart(7)} ?        00:00:00 ${argv[0] ?? ''}\n`;
  for (const process of rows) call.out(line(process.pid, process.user, process.argv));
  call.out(line(call.pid, call.user, call.argv));
  return success;
};

const kill: Program = (call) => {
  let signal: string | null = 'TERM';
  let failed = false;
  for (const arg of call.argv.slice(1)) {
    if (arg.startsWith('-')) signal = parseSignal(arg.slice(1).replace(/^s$/, 'TERM'));
    else if (signal === null || !call.host.kill(Number(arg), signal)) {
      call.error(`kill: can't kill pid ${arg}: No such process\n`);
      failed = true;
    }
  }
  return failed ? failure : success;
};

const date: Program = (call) => {
  const now = new Date(call.host.now);
  const text = now.toUTCString();
  call.out(
    call.argv[1] === '+%s'
      ? `${Math.floor(call.host.now / 1000)}\n`
      : `${text.slice(0, 3)} ${text.slice(8, 11)} ${text.slice(5, 7).replace(/^0/, ' ')} ${text.slice(17, 25)} UTC ${text.slice(12, 16)}\n`,
  );
  return success;
};

/** `timeout 5 sleep 100`: the shorter of the two waits. */
const timeout: Program = (call) => {
  const limit = seconds(call.argv[1] ?? '');
  const argv = call.argv.slice(2);
  if (limit === null || argv.length === 0) return { kind: 'exit', code: 125 };
  const streams = {
    stdout: { kind: 'stdout' },
    stderr: { kind: 'stderr' },
    stdin: call.stdin,
  } as const;
  const started = call.host.launch(
    {
      argv,
      env: call.env,
      cwd: call.cwd,
      user: call.user,
      pid: call.host.newPid(),
      streams,
      depth: 1,
    },
    new CapturedHost(call.host, (stream, text) =>
      stream === 'stdout' ? call.out(text) : call.error(text),
    ),
  );
  if (started.kind !== 'blocked') return { kind: 'exit', code: started.code };
  const due = dueAt(started.activity) - call.host.now;
  return { kind: 'sleep', milliseconds: Math.min(due, limit * 1000) };
};

/** `wget -qO- URL` and `curl URL`: a page served inside this container. */
function client(name: string): Program {
  return (call) => {
    const target = call.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '';
    const url = /^(?:http:\/\/)?([^/:]+)(?::(\d+))?(\/.*)?$/.exec(target);
    const host = url?.[1] ?? '';
    const port = Number(url?.[2] ?? '80');
    const page = call.host.fetch(host, port, url?.[3] ?? '/');
    if (page !== null) {
      call.out(page);
      return success;
    }
    const local = host === 'localhost' || host === '127.0.0.1' || host === call.host.address;
    call.error(
      name === 'curl'
        ? local
          ? `curl: (7) Failed to connect to ${host} port ${port} after 0 ms: Couldn't connect to server\n`
          : `curl: (6) Could not resolve host: ${host}\n`
        : local
          ? `wget: can't connect to remote host (${host === 'localhost' ? '127.0.0.1' : host}): Connection refused\n`
          : `wget: bad address '${host}'\n`,
    );
    return { kind: 'exit', code: name === 'curl' ? (local ? 7 : 6) : 1 };
  };
}

const df: Program = (call) => {
  call.out(`Filesystem           1K-blocks      Used Available Use% Mounted on\n`);
  const path = call.argv.slice(1).find((arg) => arg.startsWith('/')) ?? '/';
  call.out(
    path === '/dev/shm'
      ? `shm                      65536         0     65536   0% /dev/shm\n`
      : `overlay               61255492  15203888  42907596  26% ${path}\n`,
  );
  return success;
};

const which: Program = (call) => {
  const [name = ''] = call.argv.slice(1);
  for (const folder of (call.env['PATH'] ?? '').split(':')) {
    const path = resolvePath('/', `${folder}/${name}`);
    const entry = call.host.files.get(path);
    if (entry && entry.kind !== 'directory') {
      call.out(`${path}\n`);
      return success;
    }
  }
  return failure;
};

export const systemPrograms: Readonly<Record<string, Program>> = {
  sleep,
  env,
  printenv,
  hostname,
  id,
  whoami,
  pwd,
  uname,
  ps,
  kill,
  date,
  timeout,
  which,
  df,
  wget: client('wget'),
  curl: client('curl'),
  nproc: (call) => {
    call.out('2\n');
    return success;
  },
  hello: (call) => {
    call.out(
      '\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\nTo generate this message, Docker took the following steps:\n 1. The Docker client contacted the Docker daemon.\n 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.\n    (amd64)\n 3. The Docker daemon created a new container from that image which runs the\n    executable that produces the output you are currently reading.\n 4. The Docker daemon streamed that output to the Docker client, which sent it\n    to your terminal.\n\nTo try something more ambitious, you can run an Ubuntu container with:\n $ docker run -it ubuntu bash\n\nShare images, automate workflows, and more with a free Docker ID:\n https://hub.docker.com/\n\nFor more examples and ideas, visit:\n https://docs.docker.com/get-started/\n\n',
    );
    return success;
  },
};
