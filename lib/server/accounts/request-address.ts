/**
 * Where a request comes from, as far as can be known: the address that the nearest proxy has appended to
 * `X-Forwarded-For` (Next itself writes it when there is no proxy). Addresses further left are what the client says of
 * itself. An IPv6 network of one subscriber (/64) counts as one place.
 */
export function requestAddress(headers: { get(name: string): string | null }): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const address = last.replace(/^::ffff:/i, '').slice(0, 64);
  if (!address.includes(':')) return address === '' ? 'unknown' : address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
