import { nameOf } from '../files/path';
import { bytesOf } from './programs/awk/value';
import type { Served } from './host';

/** An answer as it stands on the wire: the protocol, the status (`200 OK`), the headers in their order, the body. */
export interface HttpAnswer {
  readonly protocol: 'HTTP/1.0' | 'HTTP/1.1';
  readonly status: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['txt', 'text/plain'],
  ['css', 'text/css'],
  ['json', 'application/json'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
]);

/** `Mon, 23 Nov 2026 01:25:03 GMT`. */
const dateOf = (at: number): string => new Date(at).toUTCString();
const hex = (value: number): string => Math.floor(value).toString(16);

/** What a server answers at a moment (ms since the epoch), in the words and with the headers of its kind; `isHead`: to a request for the headers alone. */
export function httpAnswer(served: Served, now: number, isHead = false): HttpAnswer {
  const date = ['Date', dateOf(now)] as const;
  const isFound = served.kind === 'page';
  const status = isFound ? '200 OK' : '404 Not Found';
  const page = isFound ? served.text : missingPage(served.from);
  const length = ['Content-Length', String(bytesOf(page).length)] as const;
  const size = bytesOf(page).length;
  const { name, version } = served.from;
  const changed = isFound ? (served.changed ?? now) : now;
  const modified = ['Last-Modified', dateOf(changed)] as const;
  const ranges = ['Accept-Ranges', 'bytes'] as const;
  const known = isFound ? TYPES.get(/\.(\w+)$/.exec(nameOf(served.file))?.[1] ?? '') : undefined;
  const type = [
    'Content-Type',
    isFound ? (known ?? 'application/octet-stream') : 'text/html',
  ] as const;
  const answer = (...headers: readonly (readonly [string, string])[]): HttpAnswer => ({
    protocol: 'HTTP/1.1',
    status,
    headers,
    body: page,
  });
  switch (name) {
    case 'nginx': {
      const server = ['Server', version === '' ? 'nginx' : `nginx/${version}`] as const;
      const open = ['Connection', 'keep-alive'] as const;
      if (!isFound) return answer(server, date, type, length, open);
      const tag = ['ETag', `"${hex(changed / 1000)}-${hex(size)}"`] as const;
      return answer(server, date, type, length, modified, open, tag, ranges);
    }
    case 'httpd': {
      const server = [
        'Server',
        `Apache/${version.endsWith(')') ? version : `${version} (Unix)`}`,
      ] as const;
      if (!isFound)
        return answer(date, server, ...(isHead ? [] : [length]), [
          'Content-Type',
          'text/html; charset=iso-8859-1',
        ]);
      const tag = ['ETag', `"${hex(size)}-${hex(changed * 1000)}"`] as const;
      const typed = known === undefined ? [] : [type];
      return answer(date, server, modified, tag, ranges, length, ...typed);
    }
    case 'busybox-httpd': {
      const close = ['Connection', 'close'] as const;
      const kind = ['Content-type', type[1]] as const;
      if (!isFound) return answer(date, close, kind);
      const tag = ['ETag', `"${hex(changed / 1000)}-${hex(size)}"`] as const;
      return answer(date, close, kind, ranges, modified, tag, length);
    }
    case 'python': {
      const server = ['Server', `SimpleHTTP/0.6 Python/${version}`] as const;
      const listed = isFound && served.changed === null;
      const kind = ['Content-type', listed ? 'text/html; charset=utf-8' : type[1]] as const;
      const headers = !isFound
        ? ([['Connection', 'close'], ['Content-Type', 'text/html;charset=utf-8'], length] as const)
        : listed
          ? ([kind, length] as const)
          : ([kind, length, modified] as const);
      return {
        ...answer(server, date, ...headers),
        protocol: 'HTTP/1.0',
        ...(isFound ? {} : { status: '404 File not found' }),
      };
    }
    case 'registry':
      return answer(
        ['Content-Type', `${isFound ? 'application/json' : 'text/plain'}; charset=utf-8`],
        ['Docker-Distribution-Api-Version', 'registry/2.0'],
        ['X-Content-Type-Options', 'nosniff'],
        date,
        length,
      );
    default:
      return answer(date, length, ['Content-Type', 'text/plain; charset=utf-8']);
  }
}

function missingPage({ name, version }: Served['from']): string {
  switch (name) {
    case 'nginx':
      return `<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>${version === '' ? 'nginx' : `nginx/${version}`}</center>\r\n</body>\r\n</html>\r\n`;
    case 'httpd':
      return '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n';
    case 'busybox-httpd':
      return '<HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>\n<BODY><H1>404 Not Found</H1>\nThe requested URL was not found\n</BODY></HTML>\n';
    case 'python':
      return '<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta charset="utf-8">\n        <title>Error response</title>\n    </head>\n    <body>\n        <h1>Error response</h1>\n        <p>Error code: 404</p>\n        <p>Message: File not found.</p>\n        <p>Error code explanation: 404 - Nothing matches the given URI.</p>\n    </body>\n</html>\n';
    default:
      return '404 page not found\n';
  }
}
