import { AppendList } from '../kernel/append-list';
import { SortedMap } from '../kernel/sorted-map';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256 of a text as Docker writes it: `sha256:` and 64 hex digits. */
export function digestOf(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** JSON with its keys sorted, so that equal values give equal texts; a sorted map is an object, an append list a list. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof AppendList) return canonicalJson([...value]);
  if (value instanceof SortedMap) return canonicalJson(Object.fromEntries(value));
  const members = value as Readonly<Record<string, unknown>>;
  let written = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    written += `${written === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${written}}`;
}
