import { describe, expect, test } from 'vitest';
import { decideEntry, type Entry } from '@/lib/server/accounts/decide-entry';

const entry = (changes: Partial<Entry>): Entry => ({
  provider: 'github',
  ownerId: null,
  byEmail: null,
  current: null,
  ...changes,
});
const guest = { id: 'guest', kind: 'guest' } as const;
const me = { id: 'me', kind: 'member' } as const;
const withPassword = { id: 'p', hasPassword: true, emailVerified: true };
const unverified = { id: 'p', hasPassword: true, emailVerified: false };
const withoutPassword = { id: 'p', hasPassword: false, emailVerified: true };
const enter = (personId: string, link: boolean, mergeGuestId: string | null = null) => ({
  kind: 'enter',
  personId,
  link,
  dropPassword: false,
  mergeGuestId,
});
const needsPassword = { kind: 'refuse', reason: 'needs-password' };

describe('decideEntry', () => {
  test.each([
    ['a known identity is its owner’s', { ownerId: 'o' }, enter('o', false)],
    [
      '… and the guest of this browser joins them',
      { ownerId: 'o', current: guest },
      enter('o', false, 'guest'),
    ],
    [
      '… but never somebody else’s who is signed in',
      { ownerId: 'o', current: me },
      { kind: 'refuse', reason: 'belongs-to-another' },
    ],
    ['a member links a new identity to themselves', { current: me }, enter('me', true)],
    ['… whatever address it has', { current: me, byEmail: withPassword }, enter('me', true)],
    ['an account with a password wants its password', { byEmail: withPassword }, needsPassword],
    ['… from a guest, too', { byEmail: withPassword, current: guest }, needsPassword],
    ['… all the more while its address is unproved', { byEmail: unverified }, needsPassword],
    [
      'a verified address opens an account without one',
      { byEmail: withoutPassword },
      enter('p', true),
    ],
    [
      '… unless the account’s own address is unproved',
      { byEmail: { ...withoutPassword, emailVerified: false } },
      needsPassword,
    ],
    ['somebody new', {}, { kind: 'create' }],
    ['a guest stays themselves', { current: guest }, { kind: 'upgrade', guestId: 'guest' }],
    [
      'a mailed link proves the address, password or not',
      { provider: 'email', byEmail: withPassword },
      enter('p', true),
    ],
    [
      '… and ends a password set before anybody proved it',
      { provider: 'email', byEmail: unverified },
      { ...enter('p', true), dropPassword: true },
    ],
    ['… for a new address makes somebody new', { provider: 'email' }, { kind: 'create' }],
    [
      '… for a member signed in elsewhere switches to the address’s own person',
      { provider: 'email', byEmail: withoutPassword, ownerId: 'p', current: me },
      enter('p', false),
    ],
  ] as const)('%s', (_name, changes, expected) => {
    expect(decideEntry(entry(changes))).toEqual(expected);
  });
});
