/**
 * Where to go after signing in: the path asked for when it stays on this site, else `fallback`. Only the path, query
 * and fragment of a URL that a browser would resolve to this very origin are given back, so that a link cannot lead
 * somebody away with their trust (`//evil.example`, `/\evil.example`, `https:evil.example`, tabs within).
 */
export function safeReturnPath(asked: unknown, fallback = '/'): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2000) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(asked, here)) return fallback;
  const url = new URL(asked, here);
  if (url.origin !== here || url.pathname.startsWith('//')) return fallback;
  if (url.pathname.startsWith('/api/')) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
