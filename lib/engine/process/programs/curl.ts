import type { Fetched } from '../host';
import { httpAnswer, type HttpAnswer } from '../http-answer';
import type { Program, ProgramCall } from '../program';
import { nameOf } from '../../files/path';
import { readOrder, type CurlOrder } from './curl/order';
import { writtenOut, type Transfer } from './curl/write-out';
import { findPackage } from './packages/store';
import { writeText } from './paths';
import { parseUrl, type Url } from './url';

/** Debian 12's. */
const CURL_VERSION = '7.88.1';
const ABOUT = `curl ${CURL_VERSION} (x86_64-pc-linux-gnu) libcurl/${CURL_VERSION} OpenSSL/3.0.19 zlib/1.2.13 brotli/1.0.9 zstd/1.5.4 libidn2/2.3.3 libpsl/0.21.2 (+libidn2/2.3.3) libssh2/1.10.0 nghttp2/1.52.0 librtmp/2.3 OpenLDAP/2.5.13
Release-Date: 2023-02-20
Protocols: dict file ftp ftps gopher gophers http https imap imaps ldap ldaps mqtt pop3 pop3s rtmp rtsp scp sftp smb smbs smtp smtps telnet tftp
Features: alt-svc AsynchDNS brotli GSS-API HSTS HTTP2 HTTPS-proxy IDN IPv6 Kerberos Largefile libz NTLM NTLM_WB PSL SPNEGO SSL threadsafe TLS-SRP UnixSockets zstd
`;

/** `curl`: prints pages. Its errors have a number, which is the exit code. */
export const curl: Program = (call) => {
  if (/^(?:-V|--version)$/.test(call.argv[1] ?? '')) {
    const version = findPackage(call, 'curl')?.version ?? CURL_VERSION;
    call.out(ABOUT.replaceAll(CURL_VERSION, /^[\d.]+/.exec(version)?.[0] ?? CURL_VERSION));
    return { kind: 'exit', code: 0 };
  }
  const order = readOrder(call.argv.slice(1));
  const asked = typeof order === 'string' ? order : order.targets.length === 0 ? '' : null;
  if (typeof order === 'string' || asked !== null) {
    const words = asked || (call.argv.length > 1 ? 'no URL specified!' : '');
    const help = "curl: try 'curl --help' or 'curl --manual' for more information\n";
    call.error(`${words === '' ? '' : `curl: ${words}\n`}${help}`);
    return { kind: 'exit', code: 2 };
  }
  let code = 0;
  for (const [at, target] of order.targets.entries())
    code = transfer(call, order, target, order.outputs[at] ?? null);
  return { kind: 'exit', code };
};

/** Fetches one page; the exit code. */
function transfer(
  call: ProgramCall,
  order: CurlOrder,
  target: string,
  output: string | null,
): number {
  const url = parseUrl(target);
  const done = (code: number, words: string, answer: HttpAnswer | null, size: number): number => {
    if (code > 0 && order.showsErrors) call.error(`curl: (${code}) ${words}\n`);
    if (order.format !== null) {
      const transferred: Transfer = { target, url, answer, size, code, order };
      call.out(writtenOut(call, order.format, transferred));
    }
    return code;
  };
  if (url === null) return done(3, 'URL using bad/illegal format or missing URL', null, 0);
  const address = call.host.resolve(url.host);
  if (address === null) return done(6, `Could not resolve host: ${url.host}`, null, 0);
  const fetched = call.host.fetch(address, url.port, url.path);
  if (fetched.kind !== 'page' && fetched.kind !== 'missing') {
    const [code, words] = unanswered(fetched.kind, url);
    return done(code, words, null, 0);
  }
  const answer = httpAnswer(fetched, call.host.now, order.headers === 'only');
  const head = `${answer.protocol} ${answer.status}\r\n${answer.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const failed = `The requested URL returned error: ${answer.status.slice(0, 3)}`;
  if (fetched.kind === 'missing' && order.fails) return done(22, failed, answer, 0);
  const body = order.headers === 'only' ? '' : answer.body;
  const name = order.savesByName ? nameOf(url.path.replace(/\?.*$/, '')) : output;
  if (name === '') return done(23, 'Failed writing received data to disk/application', answer, 0);
  if (keep(call, order.headers === 'none' ? body : head + body, name) < 0)
    return done(23, 'Failure writing output to destination', answer, 0);
  return done(0, '', answer, body.length);
}

/** Prints or writes what came; -1 where it could not be written. */
function keep(call: ProgramCall, text: string, output: string | null): number {
  if (output === null || output === '-') call.out(text);
  else if (writeText(call, output, text) !== null) return -1;
  return 0;
}

function unanswered(
  kind: Exclude<Fetched['kind'], 'page' | 'missing'>,
  { host, port }: Url,
): readonly [code: number, words: string] {
  const failed = `Failed to connect to ${host} port ${port} after`;
  switch (kind) {
    case 'lost':
      return [28, `${failed} 130843 ms: Couldn't connect to server`];
    case 'silent':
      return [52, 'Empty reply from server'];
    default:
      return [7, `${failed} 0 ms: Couldn't connect to server`];
  }
}
