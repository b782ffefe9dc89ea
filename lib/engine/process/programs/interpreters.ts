import { failure, success, type Program, type ProgramCall, type ProgramOutcome } from '../program';
import { textOfEntry } from './input';
import { fail } from './options';
import { packagedVersion } from './packaged-version';
import { absolute, entryOf } from './paths';

const NOT_SIMULATED = 'running programs of this language is not simulated here';

/** What a source that does nothing but print quoted texts and whole numbers prints: the greetings of a first image. Null for every other. */
function printedBy(source: string, print: string, comment: string): string | null {
  let printed = '';
  for (const line of source.split(/[\n;]/).map((each) => each.trim())) {
    if (line === '' || line.startsWith(comment)) continue;
    const [, name, , quoted, number] =
      /^([\w.]+)\(\s*(?:(['"])([^'"\\`{$]*)\2|(\d+))\s*\)$/.exec(line) ?? [];
    if (name !== print) return null;
    printed += `${quoted ?? number ?? ''}\n`;
  }
  return printed;
}

/** How a language's interpreter is asked and what it calls things. */
interface Language {
  readonly print: string;
  readonly comment: string;
  /** The option behind which a program stands. */
  readonly order: string;
  /** What it says at a terminal before it reads. */
  readonly greeting: string;
  readonly missing: (call: ProgramCall, file: string) => ProgramOutcome;
}

/** Runs what stands on the command line, in a file or in the input; at a terminal it greets first. */
function interpret(call: ProgramCall, language: Language): ProgramOutcome {
  const { print, comment, order, greeting, missing } = language;
  const [first, second = ''] = call.argv.slice(1);
  const run = (source: string): ProgramOutcome => {
    const printed = printedBy(source, print, comment);
    if (printed === null) return fail(call, NOT_SIMULATED);
    call.out(printed);
    return success;
  };
  if (first === order) return run(second);
  if (first === undefined || first === '-' || first === '-i') {
    if (call.stdin !== null) return run(call.stdin);
    if (call.toScreen) call.out(greeting);
    return { kind: 'read' };
  }
  if (first.startsWith('-')) return fail(call, `${first}: this option is not simulated here`);
  const entry = entryOf(call, first);
  return entry === null ? missing(call, absolute(call, first)) : run(textOfEntry(entry));
}

/** `python3 -m http.server [PORT] [-d FOLDER]`: its standard output is buffered where it is no terminal, so that a log stays empty. */
function serveFolder(call: ProgramCall, version: string): ProgramOutcome {
  const words = call.argv.slice(3);
  let [port, folder, address] = ['8000', call.cwd, '0.0.0.0'];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-d' || word === '--directory') folder = absolute(call, words[++i] ?? '');
    else if (word === '-b' || word === '--bind') address = words[++i] ?? '';
    else port = word;
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    call.error(`usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]\n`);
    call.error(`server.py: error: argument port: invalid int value: '${port}'\n`);
    return { kind: 'exit', code: 2 };
  }
  if (call.toScreen || 'PYTHONUNBUFFERED' in call.env)
    call.out(`Serving HTTP on ${address} port ${port} (http://${address}:${port}/) ...\n`);
  return { kind: 'serve', server: `python=${version}@${port}:${folder}` };
}

const python: Program = (call) => {
  const version = call.env['PYTHON_VERSION'] ?? packagedVersion(call, 'python3', {});
  if (/^(?:-V|--version)$/.test(call.argv[1] ?? '')) {
    call.out(`Python ${version}\n`);
    return success;
  }
  if (call.argv[1] === '-m')
    return call.argv[2] === 'http.server'
      ? serveFolder(call, version)
      : fail(call, `the module ${call.argv[2] ?? ''} is not simulated here`);
  // `-u` writes at once, which is what happens here anyway.
  const argv = call.argv.filter((word, index) => index !== 1 || word !== '-u');
  return interpret(
    { ...call, argv },
    {
      print: 'print',
      comment: '#',
      order: '-c',
      greeting: `Python ${version} (main) [GCC 12.2.0] on linux\nType "help", "copyright", "credits" or "license" for more information.\n>>> `,
      missing: (_, file) =>
        fail(call, `can't open file '${file}': [Errno 2] No such file or directory`, 2),
    },
  );
};

const node: Program = (call) => {
  const version = call.env['NODE_VERSION'] ?? packagedVersion(call, 'nodejs', {});
  if (/^(?:-v|--version)$/.test(call.argv[1] ?? '')) {
    call.out(`v${version}\n`);
    return success;
  }
  const long = call.argv.map((word, index) => (index === 1 && word === '--eval' ? '-e' : word));
  return interpret(
    { ...call, argv: long },
    {
      print: 'console.log',
      comment: '//',
      order: '-e',
      greeting: `Welcome to Node.js v${version}.\nType ".help" for more information.\n> `,
      missing: (_, file) => {
        call.error(
          `node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\nError: Cannot find module '${file}'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)\n    at Module._load (node:internal/modules/cjs/loader:1051:27)\n    at Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:174:12)\n    at node:internal/main/run_main_module:28:49 {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n\nNode.js v${version}\n`,
        );
        return failure;
      },
    },
  );
};

/** A language's package manager: it tells its version; what it would fetch is nowhere. */
const manager =
  (version: (call: ProgramCall) => string): Program =>
  (call) => {
    if (!/^(?:-v|-V|--version)$/.test(call.argv[1] ?? ''))
      return fail(call, 'packages of this language are not simulated here');
    call.out(`${version(call)}\n`);
    return success;
  };

/** Which npm comes with a Node.js, by its major version. */
const NPM: Readonly<Record<string, string>> = { 18: '10.7.0', 20: '10.8.1', 22: '10.8.2' };

/** `jshell` and `php -a` read what is typed; with nothing to read they end. What is to be run is refused: no language is simulated. */
const reader =
  (greeting: string): Program =>
  (call) => {
    if (call.argv[1] === '-v' || call.argv[1] === '--version') {
      call.out(`${greeting}\n`);
      return success;
    }
    if (call.argv.length > 1 && call.argv[1] !== '-a') return fail(call, NOT_SIMULATED);
    return call.stdin === null ? { kind: 'read' } : success;
  };

/** Interpreters of languages. Of programs they run only those that print fixed texts, and say so of every other. */
export const interpreterPrograms: Readonly<Record<string, Program>> = {
  jshell: reader('jshell 17.0.2'),
  node,
  npm: manager(({ env }) => NPM[/^\d+/.exec(env['NODE_VERSION'] ?? '')?.[0] ?? ''] ?? '10.8.2'),
  php: reader('PHP 7.4.33 (cli) (built: Nov 15 2022 06:03:30) ( NTS )'),
  pip: manager(({ env }) => {
    const short = /^\d+\.\d+/.exec(env['PYTHON_VERSION'] ?? '')?.[0] ?? '3';
    return `pip ${env['PYTHON_PIP_VERSION'] ?? '24.0'} from /usr/local/lib/python${short}/site-packages/pip (python ${short})`;
  }),
  python,
  yarn: manager(({ env }) => env['YARN_VERSION'] ?? '1.22.22'),
};
