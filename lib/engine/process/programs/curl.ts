import { own } from '../../../kernel/own';
import { nameOf, resolvePath } from '../../files/path';
import { success, type Program, type ProgramOutcome } from '../program';
import { parseUrl } from './url';

const NOT_FOUND =
  '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

interface Options {
  readonly silent: boolean;
  readonly showsErrors: boolean;
  readonly fails: boolean;
  readonly headers: 'none' | 'only' | 'too';
  readonly output: string | null;
  readonly target: string;
}

const VALUED = new Set(['o', 'm', 'H', 'X', 'd', 'u', 'w', 'A']);
const LONG: Readonly<Record<string, string>> = {
  '--silent': '-s',
  '--show-error': '-S',
  '--fail': '-f',
  '--head': '-I',
  '--include': '-i',
  '--location': '-L',
  '--remote-name': '-O',
};

function optionsOf(args: readonly string[]): Options {
  const letters = new Set<string>();
  let output: string | null = null;
  let target = '';
  for (let at = 0; at < args.length; at++) {
    const arg = own(LONG, args[at] ?? '') ?? args[at] ?? '';
    if (arg === '--output') output = args[++at] ?? null;
    else if (/^--(max-time|connect-timeout|retry|header|request|data|user)$/.test(arg)) at++;
    else if (!arg.startsWith('-')) target = arg;
    else if (!arg.startsWith('--'))
      for (let i = 1; i < arg.length; i++) {
        const letter = arg[i] ?? '';
        letters.add(letter);
        if (!VALUED.has(letter)) continue;
        const value = arg.slice(i + 1) || (args[++at] ?? '');
        if (letter === 'o') output = value;
        break;
      }
  }
  if (letters.has('O')) output = nameOf((parseUrl(target)?.path ?? '').replace(/\?.*$/, ''));
  return {
    silent: letters.has('s'),
    showsErrors: !letters.has('s') || letters.has('S'),
    fails: letters.has('f'),
    headers: letters.has('I') ? 'only' : letters.has('i') ? 'too' : 'none',
    output,
    target,
  };
}

/** `curl`: prints a page. Its errors have a number, which is the exit code. */
export const curl: Program = (call) => {
  const options = optionsOf(call.argv.slice(1));
  const fail = (code: number, text: string): ProgramOutcome => {
    if (options.showsErrors) call.error(`curl: (${code}) ${text}\n`);
    return { kind: 'exit', code };
  };
  if (options.target === '') {
    call.error("curl: try 'curl --help' or 'curl --manual' for more information\n");
    return { kind: 'exit', code: 2 };
  }
  const url = parseUrl(options.target);
  if (url === null) return fail(3, 'URL using bad/illegal format or missing URL');
  const address = call.host.resolve(url.host);
  if (address === null) return fail(6, `Could not resolve host: ${url.host}`);
  const answer = call.host.fetch(address, url.port, url.path);
  const failed = `Failed to connect to ${url.host} port ${url.port} after`;
  switch (answer.kind) {
    case 'refused':
    case 'unreachable':
      return fail(7, `${failed} 0 ms: Couldn't connect to server`);
    case 'lost':
      return fail(28, `${failed} 130843 ms: Couldn't connect to server`);
    case 'silent':
      return fail(52, 'Empty reply from server');
    default:
  }
  const found = answer.kind === 'page';
  if (!found && options.fails) return fail(22, 'The requested URL returned error: 404');
  const text = found ? answer.text : NOT_FOUND;
  const status = found ? '200 OK' : '404 Not Found';
  const headers = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${text.length}\r\nConnection: keep-alive\r\n\r\n`;
  const body = options.headers === 'only' ? '' : text;
  const shown = options.headers === 'none' ? body : headers + body;
  if (options.output === null || options.output === '-') call.out(shown);
  else if (options.output !== '/dev/null')
    call.host.files.put(resolvePath(call.cwd, options.output), { kind: 'text', text: shown });
  return success;
};
