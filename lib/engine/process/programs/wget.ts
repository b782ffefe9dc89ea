import { nameOf, resolvePath } from '../../files/path';
import { failure, success, type Program, type ProgramCall } from '../program';
import { httpAnswer } from '../http-answer';
import { parseUrl, type Url } from './url';
import { tellUsage } from './usage';

const REASONS = {
  refused: 'Connection refused',
  lost: 'Operation timed out',
  unreachable: 'Network is unreachable',
} as const;

interface Options {
  readonly quiet: boolean;
  readonly spider: boolean;
  /** The server's answer is shown. */
  readonly tells: boolean;
  /** The file to write; `-` is the standard output, null a name made from the URL. */
  readonly output: string | null;
  readonly target: string;
}

function optionsOf(args: readonly string[]): Options {
  let output: string | null = null;
  let target = '';
  let [quiet, spider, tells] = [false, false, false];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const output1 = /^-(q?)O(.*)$/.exec(arg);
    if (output1) {
      quiet ||= output1[1] === 'q';
      output = output1[2] || (args[++at] ?? '-');
    } else if (arg === '--spider') spider = true;
    else if (/^-[qS]+$/.test(arg) || arg === '--quiet') {
      quiet ||= arg.includes('q');
      tells ||= arg.includes('S');
    } else if (/^-[TtYUP]$/.test(arg)) at++;
    else if (!arg.startsWith('-')) target = arg;
  }
  return { quiet, spider, tells, output, target };
}

/** busybox's `wget`: fetches a page and keeps it in a file, or with `-O -` prints it. */
export const wget: Program = (call) => {
  const options = optionsOf(call.argv.slice(1));
  const url = parseUrl(options.target);
  if (url === null) {
    tellUsage(call);
    return failure;
  }
  const address = call.host.resolve(url.host);
  if (address === null) return refused(call, `wget: bad address '${url.host}'`);
  const place = url.port === 80 ? url.host : `${url.host}:${url.port}`;
  const say = (text: string): void => {
    if (!options.quiet) call.error(`${text}\n`);
  };
  say(`Connecting to ${place} (${address}:${url.port})`);
  const answer = call.host.fetch(address, url.port, url.path);
  const served = answer.kind === 'page' || answer.kind === 'missing' ? answer : null;
  const told = served && httpAnswer(served, call.host.now);
  const status = told ? `${told.protocol} ${told.status}` : '';
  if (told && options.tells) {
    const lines = told.headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
    call.error(`  ${status}\n${answer.kind === 'page' ? `${lines}  \n` : ''}`);
  }
  switch (answer.kind) {
    case 'page':
      return keep(call, options, url, answer.text, say);
    case 'missing':
      return refused(call, `wget: server returned error: ${status}`);
    case 'silent':
      return refused(call, 'wget: error getting response');
    default:
      return refused(
        call,
        `wget: can't connect to remote host (${address}): ${REASONS[answer.kind]}`,
      );
  }
};

function refused(call: ProgramCall, text: string): typeof failure {
  call.error(`${text}\n`);
  return failure;
}

function keep(
  call: ProgramCall,
  { output, spider }: Options,
  { path }: Url,
  text: string,
  say: (text: string) => void,
): typeof success {
  if (spider) {
    say('remote file exists');
    return success;
  }
  const name = output ?? (nameOf(path.replace(/\?.*$/, '')) || 'index.html');
  const toOutput = name === '-';
  say(toOutput ? 'writing to stdout' : `saving to '${name}'`);
  if (toOutput) call.out(text);
  else call.host.files.put(resolvePath(call.cwd, name), { kind: 'text', text });
  const label = (toOutput ? '-' : nameOf(name)).slice(0, 20).padEnd(20);
  say(`${label} 100% |${'*'.repeat(32)}| ${String(text.length).padStart(5)}  0:00:00 ETA`);
  say(toOutput ? 'written to stdout' : `'${name}' saved`);
  return success;
}
