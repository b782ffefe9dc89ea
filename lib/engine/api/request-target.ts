/** What a request asks for: the target of an HTTP request without the host. A parameter given several times has its values one a line. */
export interface RequestTarget {
  /** `1.50`; null when none is named. */
  readonly version: string | null;
  /** That of the Engine API, without the version, as it was sent. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Takes `/v1.50/containers/json?all=1` apart. Nothing is normalised: `..` and `//` name no route and lead nowhere. */
export function readTarget(target: string): RequestTarget {
  const mark = target.indexOf('?');
  const whole = mark < 0 ? target : target.slice(0, mark);
  const [, version = null, path = ''] = /^(?:\/v([0-9.]+)(?=\/))?(.*)$/s.exec(whole) ?? [];
  return { version, path, query: mark < 0 ? {} : readQuery(target.slice(mark + 1)) };
}

function readQuery(text: string): Readonly<Record<string, string>> {
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text))
    query[name] = name in query ? `${query[name] ?? ''}\n${value}` : value;
  return query;
}
