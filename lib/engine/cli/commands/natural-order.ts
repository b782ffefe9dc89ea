/** Sorts names as people do: `net2` before `net10` (github.com/fvbommel/sortorder NaturalLess). */
export function naturalOrder(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.match(/\d+|\D/g) ?? []);
  for (let i = 0; i < Math.min(a?.length ?? 0, b?.length ?? 0); i++) {
    const [x, y] = [a?.[i] ?? '', b?.[i] ?? ''];
    if (x === y) continue;
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    if (!bothNumbers) return x < y ? -1 : 1;
    const [m, n] = [BigInt(x), BigInt(y)];
    if (m !== n) return m < n ? -1 : 1;
    return x.length - y.length;
  }
  return (a?.length ?? 0) - (b?.length ?? 0);
}
