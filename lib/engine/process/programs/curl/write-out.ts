import type { HttpAnswer } from '../../http-answer';
import type { ProgramCall } from '../../program';
import type { Url } from '../url';
import type { CurlOrder } from './order';

/** One page that curl asked for, and what became of it. */
export interface Transfer {
  readonly target: string;
  readonly url: Url | null;
  readonly answer: HttpAnswer | null;
  /** Bytes of the body that came. */
  readonly size: number;
  readonly code: number;
  readonly order: CurlOrder;
}

/** What `-w FORMAT` tells of a page: `%{http_code}` and the like, `\n`, `%%` (curl 7.88, src/tool_writeout.c). */
export function writtenOut(call: ProgramCall, format: string, transfer: Transfer): string {
  return format.replace(
    /%\{([^}]*)\}|%%|\\([nrt])/g,
    (whole, name: string | undefined, letter: string | undefined) => {
      if (whole === '%%') return '%';
      if (letter !== undefined) return letter === 'n' ? '\n' : letter === 't' ? '\t' : '\r';
      const value = valueOf(call, name ?? '', transfer);
      if (value === null) call.error(`curl: unknown --write-out variable: '${name}'\n`);
      return value ?? '';
    },
  );
}

function valueOf(
  call: ProgramCall,
  name: string,
  { target, url, answer, size, code, order }: Transfer,
): string | null {
  switch (name) {
    case 'http_code':
    case 'response_code':
      return answer?.status.slice(0, 3) ?? '000';
    case 'content_type':
      return answer?.headers.find(([header]) => /^content-type$/i.test(header))?.[1] ?? '';
    case 'size_download':
      return String(size);
    case 'url':
      return target;
    case 'url_effective':
      return effective(target);
    case 'method':
      return order.method ?? (order.headers === 'only' ? 'HEAD' : 'GET');
    case 'remote_ip':
      return answer && url ? (call.host.resolve(url.host) ?? '') : '';
    case 'remote_port':
      return answer && url ? String(url.port) : '0';
    case 'scheme':
      return answer ? 'HTTP' : '';
    case 'http_version':
      return answer ? '1.1' : '0';
    case 'num_redirects':
      return '0';
    case 'num_connects':
      return answer ? '1' : '0';
    case 'exitcode':
      return String(code);
    case 'errormsg':
    case 'redirect_url':
      return '';
    default:
      // A simulated network takes no time.
      return /^time_(total|connect|namelookup|appconnect|pretransfer|starttransfer|redirect)$/.test(
        name,
      )
        ? '0.000000'
        : null;
  }
}

/** An address as curl completes it: with its scheme and the slash of an empty path. */
function effective(target: string): string {
  const whole = /^\w+:\/\//.test(target) ? target : `http://${target}`;
  return /^\w+:\/\/[^/]*$/.test(whole) ? `${whole}/` : whole;
}
