import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changePassword } from '@/lib/server/accounts/change-password';
import { changeSettings } from '@/lib/server/accounts/change-settings';
import { createGuest } from '@/lib/server/accounts/create-guest';
import { emailOfLink } from '@/lib/server/accounts/email-of-link';
import { eraseAccount } from '@/lib/server/accounts/erase-account';
import { exportMyData } from '@/lib/server/accounts/export-my-data';
import { loadViewer } from '@/lib/server/accounts/load-viewer';
import { makeResetLink } from '@/lib/server/accounts/request-reset';
import { resetPassword } from '@/lib/server/accounts/reset-password';
import { openSession, sealSession } from '@/lib/server/accounts/session-token';
import { setAdmin } from '@/lib/server/accounts/set-admin';
import { setFreshPassword } from '@/lib/server/accounts/set-fresh-password';
import { signInWithPassword } from '@/lib/server/accounts/sign-in-with-password';
import { signOutEverywhere } from '@/lib/server/accounts/sign-out-everywhere';
import { signUp, type SignUp } from '@/lib/server/accounts/sign-up';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { makeCourse, review } from './practice-fixture';

let email: string;
let address: string;
let counter = 0;

beforeEach(() => {
  counter++;
  email = `min${String(counter)}@example.com`;
  address = `203.0.113.${String(counter)}`;
});

const password = 'correct horse';

async function join(changes: Partial<SignUp> = {}) {
  const result = await signUp({
    name: '민',
    email,
    password,
    locale: 'ko',
    timeZone: 'Asia/Seoul',
    address,
    guestId: null,
    ...changes,
  });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const signIn = (changes: { email?: string; password?: string; address?: string } = {}) =>
  signInWithPassword({ email, password, address, ...changes });

const tokenOf = async (whose: string) => {
  const link = await makeResetLink(whose);
  return link?.url.split('/').at(-1) ?? '';
};

describe('signing up', () => {
  test('makes a member who can sign in with the password and no other', async () => {
    const session = await join();
    expect(await loadViewer(session)).toMatchObject({
      kind: 'member',
      name: '민',
      email,
      isAdmin: false,
      cohorts: [],
    });
    expect(await signIn()).toEqual({ ok: true, value: session });
    expect(await signIn({ password: 'wrong horse' })).toEqual({
      ok: false,
      error: 'wrong-credentials',
    });
    expect(await signIn({ email: 'nobody@example.com' })).toEqual({
      ok: false,
      error: 'wrong-credentials',
    });
  });

  test('a guest becomes the member under the same id, with every review', async () => {
    const course = await makeCourse(['upgrade']);
    const guest = await createGuest({ locale: 'en', timeZone: 'Europe/Paris' });
    const given = await review(
      course,
      guest.personId,
      'upgrade',
      new Date('2026-03-01T10:00:00Z'),
      true,
    );
    const member = await join({ guestId: guest.personId });
    expect(member.personId).toBe(guest.personId);
    const reviews = await db.review.findMany({ where: { learnerId: member.personId } });
    expect(reviews.map((row) => row.idempotencyKey)).toEqual([given.idempotencyKey]);
    expect(await loadViewer(guest)).toMatchObject({ kind: 'member', email });
  });

  test('with an address that has an account is refused, and the guest stays a guest', async () => {
    const taken = await join();
    const guest = await createGuest({ locale: 'ko', timeZone: 'Asia/Seoul' });
    await expect(join({ guestId: guest.personId })).rejects.toThrow('email-taken');
    expect(await loadViewer(guest)).toMatchObject({ kind: 'guest', email: null });
    expect(await loadViewer(taken)).toMatchObject({ name: '민' });
  });

  test('a member’s id given as the guest’s changes nothing of theirs', async () => {
    const victim = await join();
    const other = await join({ email: `other.${email}`, guestId: victim.personId });
    expect(other.personId).not.toBe(victim.personId);
    expect(await loadViewer(victim)).toMatchObject({ email });
  });
});

describe('sessions', () => {
  test('a token opens with its secret only, and says who and which version', async () => {
    const session = await join();
    const sealed = await sealSession(session, 'secret-one');
    expect(await openSession(sealed, 'secret-one')).toMatchObject(session);
    expect(await openSession(sealed, 'secret-two')).toBeNull();
    expect(await openSession(`${sealed}x`, 'secret-one')).toBeNull();
    expect(await openSession('nonsense', 'secret-one')).toBeNull();
  });

  test('signing out everywhere ends every session made before, and none made after', async () => {
    const before = await join();
    await signOutEverywhere(before.personId);
    expect(await loadViewer(before)).toBeNull();
    const after = await signIn();
    expect(after.ok && (await loadViewer(after.value))).toMatchObject({ email });
  });

  test('a person who is gone has no session', async () => {
    const session = await join();
    expect(await eraseAccount(session.personId, email)).toEqual({ ok: true, value: null });
    expect(await loadViewer(session)).toBeNull();
  });
});

describe('resetting a password', () => {
  test('sets a new one, ends the old one and every session', async () => {
    const before = await join();
    const result = await resetPassword(await tokenOf(email), 'another horse');
    expect(result.ok && (await loadViewer(result.value))).toMatchObject({ email });
    expect(await loadViewer(before)).toBeNull();
    expect((await signIn()).ok).toBe(false);
    expect((await signIn({ password: 'another horse' })).ok).toBe(true);
  });

  test('a link works once, and a newer one replaces it', async () => {
    await join();
    const first = await tokenOf(email);
    const second = await tokenOf(email);
    expect(await resetPassword(first, 'another horse')).toEqual({
      ok: false,
      error: 'link-invalid',
    });
    const both = await Promise.all([
      resetPassword(second, 'another horse'),
      resetPassword(second, 'third horse!'),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await emailOfLink('reset', second)).toBeNull();
  });

  test('a link is good for an hour, and for nothing else', async () => {
    await join();
    const token = await tokenOf(email);
    expect(await emailOfLink('reset', token)).toBe(email);
    expect(await emailOfLink('signIn', token)).toBeNull();
    await db.verificationToken.updateMany({
      where: { email },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await resetPassword(token, 'another horse')).ok).toBe(false);
    const stored = await db.verificationToken.findMany({ where: { email } });
    expect(JSON.stringify(stored)).not.toContain(token);
    const { createdAt } = stored[0] ?? { createdAt: new Date(0) };
    vi.useFakeTimers({ now: createdAt.getTime(), toFake: ['Date'] });
    try {
      const fresh = await tokenOf(email);
      vi.setSystemTime(createdAt.getTime() + 60 * 60 * 1000 - 1);
      expect(await emailOfLink('reset', fresh)).toBe(email);
      vi.setSystemTime(createdAt.getTime() + 60 * 60 * 1000);
      expect(await emailOfLink('reset', fresh)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test('an unknown address has no link', async () => {
    expect(await makeResetLink('nobody@example.com')).toBeNull();
  });

  test('an operator can print a fresh password', async () => {
    await join();
    const fresh = await setFreshPassword(email);
    expect((await signIn({ password: fresh ?? '' })).ok).toBe(true);
    expect(await setFreshPassword('nobody@example.com')).toBeNull();
  });
});

describe('changing', () => {
  test('the password wants the present one, and ends other sessions', async () => {
    const session = await join();
    const wrong = { present: 'wrong horse', next: 'another horse' };
    expect(await changePassword(session.personId, wrong)).toEqual({
      ok: false,
      error: 'wrong-password',
    });
    expect((await signIn()).ok).toBe(true);
    const right = { present: password, next: 'another horse' };
    const result = await changePassword(session.personId, right);
    expect(result.ok && (await loadViewer(result.value))).toMatchObject({ email });
    expect(await loadViewer(session)).toBeNull();
    expect((await signIn({ password: 'another horse' })).ok).toBe(true);
  });

  test('the settings are what the viewer then has', async () => {
    const session = await join();
    const settings = {
      name: '지수',
      locale: 'en',
      timeZone: 'Europe/Berlin',
      rollOverHour: 3,
      newPerDay: 0,
      desiredRetention: 0.85,
    } as const;
    await changeSettings(session.personId, settings);
    expect(await loadViewer(session)).toMatchObject(settings);
  });

  test('an administrator is made of a member only', async () => {
    const session = await join();
    expect(await setAdmin(email, true)).toBe(true);
    expect(await loadViewer(session)).toMatchObject({ isAdmin: true });
    expect(await setAdmin(email, false)).toBe(true);
    expect(await loadViewer(session)).toMatchObject({ isAdmin: false });
    expect(await setAdmin('nobody@example.com', true)).toBe(false);
  });
});

describe('limits', () => {
  const outcome = async (attempt: Promise<unknown>) => {
    try {
      await attempt;
      return 'counted';
    } catch (error) {
      if (error instanceof AppError) return error.kind;
      throw error;
    }
  };

  test('the eleventh guess at one address waits, even with the right password; others do not', async () => {
    await join();
    for (let guess = 0; guess < 10; guess++) {
      const from = `198.51.100.${String(guess)}`;
      expect((await signIn({ password: 'wrong horse', address: from })).ok).toBe(false);
    }
    const refused = await signIn().catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'too-many' });
    expect(refused instanceof AppError ? refused.retryAfterSeconds : 0).toBeGreaterThan(60);
    expect(await outcome(signIn({ email: `else.${email}` }))).toBe('counted');
  });

  test('a right password forgives the guesses before it', async () => {
    await join();
    for (let round = 0; round < 3; round++) {
      for (let guess = 0; guess < 6; guess++) await signIn({ password: 'wrong horse' });
      expect((await signIn()).ok).toBe(true);
    }
  });

  test('guesses from one place are counted over all addresses', async () => {
    const { limit } = await import('@/lib/server/rate-limit');
    for (let guess = 0; guess < 100; guess++) await limit('sign-in-from', address);
    expect(await outcome(signIn({ email: 'anybody@example.com' }))).toBe('too-many');
  });

  test('the table keeps no address', async () => {
    await signIn();
    const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join();
    expect(keys).not.toContain(email);
    expect(keys).not.toContain(address);
  });
});

describe('data and erasure', () => {
  test('the export holds what the learner did and no secret', async () => {
    const session = await join();
    const concept = await db.concept.findFirst();
    const variant = await db.variant.findFirst();
    const conceptId = concept?.id ?? '';
    const course = { variants: { [conceptId]: variant?.id ?? '' } };
    const at = new Date('2026-03-01T10:00:00Z');
    const given = await review(course, session.personId, conceptId, at, false);
    const text = JSON.stringify(await exportMyData(session.personId));
    expect(text).toContain(given.idempotencyKey);
    expect(text).toContain(email);
    for (const secret of ['argon2', 'passwordHash', 'sessionVersion', '"key"', '"seed"']) {
      expect(text).not.toContain(secret);
    }
  });

  test('erasing wants the address typed, then leaves nothing of the person', async () => {
    const session = await join();
    await tokenOf(email);
    expect(await eraseAccount(session.personId, 'yes')).toEqual({
      ok: false,
      error: 'confirmation-differs',
    });
    expect(await loadViewer(session)).not.toBeNull();
    expect((await eraseAccount(session.personId, ` ${email.toUpperCase()} `)).ok).toBe(true);
    expect(await db.person.count({ where: { id: session.personId } })).toBe(0);
    expect(await db.account.count({ where: { subject: email } })).toBe(0);
    expect(await db.verificationToken.count({ where: { email } })).toBe(0);
  });

  test('a guest confirms with a word', async () => {
    const guest = await createGuest({ locale: 'ko', timeZone: 'Asia/Seoul' });
    expect((await eraseAccount(guest.personId, '')).ok).toBe(false);
    expect((await eraseAccount(guest.personId, 'erase')).ok).toBe(true);
    expect(await loadViewer(guest)).toBeNull();
  });
});
