import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '@/lib/server/accounts/hash-password';

describe('passwords', () => {
  test('are kept as argon2id with the parameters OWASP names', async () => {
    expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('open with the same words and with no others', async () => {
    const stored = await hashPassword('correct horse');
    expect(await verifyPassword(stored, 'correct horse')).toBe(true);
    expect(await verifyPassword(stored, 'correct horsf')).toBe(false);
    expect(await hashPassword('correct horse')).not.toBe(stored);
  });

  test('are the same however the keyboard composes them', async () => {
    const stored = await hashPassword('비밀번호여덟자'.normalize('NFD'));
    expect(await verifyPassword(stored, '비밀번호여덟자'.normalize('NFC'))).toBe(true);
  });

  test('an address without an account costs the same work and never opens', async () => {
    const stored = await hashPassword('correct horse');
    await verifyPassword(null, 'warm up');
    const time = async (hash: string | null) => {
      const begun = performance.now();
      for (let i = 0; i < 5; i++) expect(await verifyPassword(hash, 'wrong')).toBe(false);
      return performance.now() - begun;
    };
    const [known, unknown] = [await time(stored), await time(null)];
    // A skipped hash would be a thousand times faster; the machine may be busy.
    expect(unknown).toBeGreaterThan(known / 10);
  });
});
