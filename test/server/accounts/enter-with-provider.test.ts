import { describe, expect, test } from 'vitest';
import { createGuest } from '@/lib/server/accounts/create-guest';
import { enterWithProvider, type Entrance } from '@/lib/server/accounts/enter-with-provider';
import { loadViewer } from '@/lib/server/accounts/load-viewer';
import { issueToken } from '@/lib/server/accounts/one-time-token';
import { signInWithLink } from '@/lib/server/accounts/sign-in-with-link';
import { signUp } from '@/lib/server/accounts/sign-up';
import { waysToSignIn } from '@/lib/server/accounts/ways-to-sign-in';
import { db } from '@/lib/server/db';
import { makeCourse, review } from './practice-fixture';

const visit = { current: null, locale: 'ko', timeZone: 'Asia/Seoul' } as const;

const identity = (subject: string, verifiedEmail: string | null): Entrance['identity'] => ({
  provider: 'github',
  subject,
  verifiedEmail,
  name: '민',
});

async function enter(entrance: Entrance) {
  const result = await enterWithProvider(entrance);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function join(email: string) {
  const result = await signUp({
    name: '민',
    email,
    password: 'correct horse',
    locale: 'ko',
    timeZone: 'Asia/Seoul',
    address: '203.0.113.1',
    guestId: null,
  });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const linkTo = (email: string) =>
  db.$transaction((tx) => issueToken(tx, 'signIn', email, new Date()));

describe('signing in through a provider', () => {
  test('makes a member at the first visit and finds them at the next', async () => {
    const first = await enter({ ...visit, identity: identity('1', 'new@example.com') });
    expect(await loadViewer(first)).toMatchObject({ kind: 'member', email: 'new@example.com' });
    expect(await enter({ ...visit, identity: identity('1', null) })).toEqual(first);
  });

  test('upgrades the guest of this browser, who keeps their id', async () => {
    const guest = await createGuest({ locale: 'ko', timeZone: 'Asia/Seoul' });
    const current = { id: guest.personId, kind: 'guest' } as const;
    const session = await enter({ ...visit, current, identity: identity('2', 'two@example.com') });
    expect(session.personId).toBe(guest.personId);
    expect(await loadViewer(session)).toMatchObject({ kind: 'member', email: 'two@example.com' });
  });

  test('brings a guest’s reviews into the account that is known', async () => {
    const course = await makeCourse(['provider']);
    const member = await enter({ ...visit, identity: identity('3', 'three@example.com') });
    const guest = await createGuest({ locale: 'ko', timeZone: 'Asia/Seoul' });
    await review(course, guest.personId, 'provider', new Date('2026-03-01T10:00:00Z'), true);
    const current = { id: guest.personId, kind: 'guest' } as const;
    expect(await enter({ ...visit, current, identity: identity('3', null) })).toEqual(member);
    expect(await db.review.count({ where: { learnerId: member.personId } })).toBe(1);
    expect(await loadViewer(guest)).toBeNull();
  });

  test('does not open an account that has a password, and leaves everything as it was', async () => {
    const member = await join('four@example.com');
    const entrance = { ...visit, identity: identity('4', 'four@example.com') };
    expect(await enterWithProvider(entrance)).toEqual({ ok: false, error: 'needs-password' });
    expect([...(await waysToSignIn(member.personId))]).toEqual(['password']);
    const current = { id: member.personId, kind: 'member' } as const;
    expect(await enter({ ...entrance, current })).toEqual(member);
    expect(await enter(entrance)).toEqual(member);
  });

  test('two first visits at once make one person', async () => {
    const entrance = { ...visit, identity: identity('5', 'five@example.com') };
    await Promise.allSettled([enterWithProvider(entrance), enterWithProvider(entrance)]);
    expect(await db.account.count({ where: { provider: 'github', subject: '5' } })).toBe(1);
    expect(await db.person.count({ where: { email: 'five@example.com' } })).toBe(1);
  });
});

describe('signing in by a mailed link', () => {
  test('makes a member with a verified address, once a link', async () => {
    const token = await linkTo('mail@example.com');
    const result = await signInWithLink(token, visit);
    expect(result.ok && (await loadViewer(result.value))).toMatchObject({
      email: 'mail@example.com',
    });
    expect(await signInWithLink(token, visit)).toEqual({ ok: false, error: 'link-invalid' });
    const person = await db.person.findUniqueOrThrow({ where: { email: 'mail@example.com' } });
    expect(person.emailVerifiedAt).not.toBeNull();
  });

  test('shuts out whoever set a password for an address that was not theirs', async () => {
    const squatter = await join('victim@example.com');
    const result = await signInWithLink(await linkTo('victim@example.com'), visit);
    expect(result.ok && result.value.personId).toBe(squatter.personId);
    expect(await loadViewer(squatter)).toBeNull();
    expect([...(await waysToSignIn(squatter.personId))]).toEqual(['email']);
  });

  test('keeps a password once the address is proved', async () => {
    const member = await join('proved@example.com');
    await db.person.update({
      where: { id: member.personId },
      data: { emailVerifiedAt: new Date() },
    });
    await signInWithLink(await linkTo('proved@example.com'), visit);
    expect([...(await waysToSignIn(member.personId))].sort()).toEqual(['email', 'password']);
    expect(await loadViewer(member)).not.toBeNull();
  });
});
