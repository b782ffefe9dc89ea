/** Where a request for a page goes. */
export interface Url {
  readonly host: string;
  readonly port: number;
  /** With its leading slash. */
  readonly path: string;
}

/** Reads `http://web:8080/page`, with or without the scheme; null when it is no such thing. */
export function parseUrl(text: string): Url | null {
  const match = /^(?:(https?):\/\/)?(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?([/?].*)?$/.exec(text);
  if (!match) return null;
  const [, scheme, host = '', port, path = '/'] = match;
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port ?? (scheme === 'https' ? 443 : 80)),
    path: path.startsWith('/') ? path : `/${path}`,
  };
}
