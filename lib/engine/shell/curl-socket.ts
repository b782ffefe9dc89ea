import type { ApiAnswer, ApiBody, ApiRequest, Frame } from '../api/types';
import { BodyRefusal, readJsonBody } from '../api/json-body';
import { versionRefusal } from '../api/api-version';
import { readTarget } from '../api/request-target';
import { CommandError, type Client } from '../cli/client';
import { waitForExit } from '../cli/commands/lifecycle';
import { dockerRelease } from '../docker-release';
import { resolvePath } from '../files/path';
import { parseUrl } from '../process/programs/url';
import { HostFiles } from './host-files';

const SOCKETS: readonly string[] = ['/var/run/docker.sock', '/run/docker.sock'];
const HINT = "curl: try 'curl --help' or 'curl --manual' for more information\n";
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  409: 'Conflict',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};
const BINARY = `Warning: Binary output can mess up your terminal. Use "--output -" to tell
Warning: curl to output it to your terminal anyway, or consider "--output
Warning: <FILE>" to save to a file.
`;
const STREAMS = { stdout: 1, stderr: 2 } as const;

/** The option that each letter is short for; those with a value end with `=`. */
const LETTERS: Readonly<Record<string, string>> = {
  s: 'silent',
  S: 'show-error',
  f: 'fail',
  i: 'include',
  I: 'head',
  G: 'get',
  g: 'globoff',
  L: 'location',
  N: 'no-buffer',
  v: 'verbose',
  X: 'request=',
  d: 'data=',
  H: 'header=',
  o: 'output=',
  w: 'write-out=',
  m: 'max-time=',
  A: 'user-agent=',
};
const LONG = new Set([
  ...Object.values(LETTERS),
  'unix-socket=',
  'json=',
  'data-raw=',
  'data-binary=',
  'connect-timeout=',
]);

interface Asked {
  readonly options: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly target: string;
}

/** Does this command line of curl speak to a Unix socket? */
export function speaksToSocket(argv: readonly string[]): boolean {
  return argv[0] === 'curl' && argv.includes('--unix-socket');
}

/**
 * `curl --unix-socket /var/run/docker.sock http://localhost/v1.50/containers/json`: the Engine API without the docker command line. Returns the exit code.
 * The words are those of curl 7.88.
 */
export function curlSocket(client: Client, argv: readonly string[]): number {
  const asked = readOptions(argv.slice(1));
  if (typeof asked === 'string') {
    client.error(`curl: ${asked}\n${HINT}`);
    return 2;
  }
  if (asked.target === '') {
    client.error(HINT);
    return 2;
  }
  const fail = (code: number, text: string): number => {
    if (!asked.options.has('silent') || asked.options.has('show-error'))
      client.error(`curl: (${code}) ${text}\n`);
    return code;
  };
  const url = parseUrl(asked.target);
  if (url === null) return fail(3, 'URL using bad/illegal format or missing URL');
  if (!SOCKETS.includes(resolvePath(client.cwd, asked.values.get('unix-socket') ?? ''))) {
    const place = `${url.host} port ${url.port}`;
    return fail(7, `Failed to connect to ${place} after 0 ms: Couldn't connect to server`);
  }
  const answer = answerOf(client, asked, url.path);
  if (answer.status >= 400 && asked.options.has('fail'))
    return fail(22, `The requested URL returned error: ${answer.status}`);
  const body = asked.options.has('head') ? '' : textOf(client, answer.body);
  const head = asked.options.has('include') || asked.options.has('head');
  return show(client, asked, (head ? headOf(client, answer) : '') + body, answer.status, fail);
}

/** What the words ask for; a text says what is wrong with them. */
function readOptions(words: readonly string[]): Asked | string {
  const options = new Set<string>();
  const values = new Map<string, string>();
  const headers = new Map<string, string>();
  let target = '';
  const rest = [...words];
  const take = (name: string, shown: string, glued: string): string | null => {
    if (!name.endsWith('=')) {
      options.add(name);
      return null;
    }
    const value = glued || rest.shift();
    if (value === undefined) return `option ${shown}: requires parameter`;
    const key = name.slice(0, -1);
    if (key === 'header') {
      const [header = '', text = ''] = value.split(/:\s*(.*)/s);
      headers.set(header.toLowerCase(), text);
    } else values.set(key.startsWith('data') ? 'data' : key, value);
    return null;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    let problem: string | null = null;
    if (word.startsWith('--')) {
      const name = [word.slice(2), `${word.slice(2)}=`].find((each) => LONG.has(each));
      problem = name === undefined ? `option ${word}: is unknown` : take(name, word, '');
    } else if (word.startsWith('-') && word !== '-') {
      for (let at = 1; at < word.length && problem === null; at++) {
        const name = LETTERS[word.charAt(at)];
        if (name === undefined) problem = `option ${word}: is unknown`;
        else problem = take(name, word, name.endsWith('=') ? word.slice(at + 1) : '');
        if (name?.endsWith('=')) break;
      }
    } else target = word;
    if (problem !== null) return problem;
  }
  return { options, values, headers, target };
}

function answerOf(client: Client, asked: Asked, target: string): ApiAnswer {
  const { options, values, headers } = asked;
  const { version, path, query } = readTarget(target);
  const data = values.get('json') ?? (options.has('get') ? undefined : values.get('data'));
  const method =
    values.get('request') ?? (options.has('head') ? 'HEAD' : data === undefined ? 'GET' : 'POST');
  const tooOldOrNew = versionRefusal(version);
  if (tooOldOrNew !== null) return refused(400, tooOldOrNew);
  if (!isMethod(method)) return refused(404, 'page not found');
  try {
    const usual = values.has('json') ? JSON_TYPE : FORM;
    const text = data === undefined ? '' : contentOf(client, data);
    const body = readJsonBody(text, headers.get('content-type') ?? usual);
    const given = path === '/commit' && body !== null ? { config: body } : body;
    return client.send({ method, path, query, ...(given === null ? {} : { body: given }) });
  } catch (failure) {
    if (failure instanceof BodyRefusal) return refused(400, failure.message);
    if (failure instanceof CommandError) return refused(404, 'page not found');
    throw failure;
  }
}

/** What is sent: the text itself, or `@file` without its line ends. */
function contentOf(client: Client, data: string): string {
  if (!data.startsWith('@')) return data;
  const file = new HostFiles(client.turn).get(resolvePath(client.cwd, data.slice(1)));
  return file?.kind === 'text' ? file.text.replace(/[\r\n]/g, '') : '';
}

function isMethod(method: string): method is ApiRequest['method'] {
  return ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'].includes(method);
}

function refused(status: number, message: string): ApiAnswer {
  return { status, body: { kind: 'json', json: { message } } };
}

/** A body as it comes over the wire. */
function textOf(client: Client, body: ApiBody): string {
  switch (body.kind) {
    case 'empty':
      return '';
    case 'json':
      return `${JSON.stringify(body.json)}\n`;
    case 'text':
      return body.text;
    case 'messages':
      return body.messages.map((message) => `${JSON.stringify(message)}\r\n`).join('');
    case 'frames':
      return body.frames.map(frameText).join('');
    case 'subscription':
      if (body.subscription.kind !== 'wait') return (body.frames ?? []).map(frameText).join('');
      return `${JSON.stringify({ StatusCode: waitForExit(client, body.subscription.container, []) })}\n`;
  }
}

/** A piece of output behind its header of eight bytes: stream, 0, 0, 0, length (moby pkg/stdcopy). */
function frameText({ stream, text }: Frame): string {
  const { length } = new TextEncoder().encode(text);
  const bytes = [STREAMS[stream], 0, 0, 0, length >>> 24, length >>> 16, length >>> 8, length];
  return String.fromCharCode(...bytes.map((byte) => byte & 255)) + text;
}

function headOf({ now }: Client, { status, headers, body }: ApiAnswer): string {
  const type = body.kind === 'text' ? 'text/plain; charset=utf-8' : JSON_TYPE;
  const lines = {
    'Api-Version': dockerRelease.apiVersion,
    ...(body.kind === 'empty' ? {} : { 'Content-Type': type }),
    'Docker-Experimental': 'false',
    Ostype: 'linux',
    Server: `Docker/${dockerRelease.version} (linux)`,
    Date: new Date(now).toUTCString(),
    ...headers,
  };
  const words = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\n${words.join('')}\r\n`;
}

/** Prints what came, or writes it into a file; then what `-w` asks for. */
function show(
  client: Client,
  { values }: Asked,
  text: string,
  status: number,
  fail: (code: number, text: string) => number,
): number {
  const output = values.get('output') ?? '-';
  if (output !== '-' && output !== '/dev/null') {
    if (!client.hasFolderOf(output)) return fail(23, 'Failure writing output to destination');
    client.writeFile(output, text);
  } else if (output === '-') {
    if (!values.has('output') && client.outputIsTerminal && text.includes('\0')) {
      client.error(BINARY);
      return 23;
    }
    client.out(text);
  }
  const format = values.get('write-out') ?? '';
  client.out(
    format.replace(/%\{(?:http_code|response_code)\}/g, String(status)).replace(/\\n/g, '\n'),
  );
  return 0;
}
