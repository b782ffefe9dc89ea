import { describe, expect, test } from 'vitest';
import { parseServerSettings, parseSettings } from '@/lib/server/env-schema';

describe('settings', () => {
  test('nothing needs to be set, and an empty variable counts as not set', () => {
    expect(parseSettings({ DATABASE_URL: '', SMTP_URL: '' })).toEqual({
      PORT: 3000,
      ENGINE_PORT: 2375,
      DRYDOCK_SANDBOX_IDLE_DAYS: 30,
    });
  });

  test('the engine’s door can be left out', () => {
    expect(parseSettings({ ENGINE_PORT: 'off' }).ENGINE_PORT).toBeNull();
    expect(parseSettings({ ENGINE_PORT: '2376' }).ENGINE_PORT).toBe(2376);
  });

  test.each([
    [{ PORT: 'http' }, /^PORT must be a number from 1 to 65535$/],
    [{ PORT: '70000' }, /^PORT must be a number from 1 to 65535$/],
    [{ ENGINE_PORT: 'none' }, /^ENGINE_PORT must be a number from 1 to 65535, or off$/],
    [
      { ENGINE_URL: 'https://x.org' },
      /^ENGINE_URL must be an address for DOCKER_HOST such as tcp:/,
    ],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must look like postgresql:/],
    [{ NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET must have at least 32 characters/],
    [{ NEXTAUTH_URL: 'drydock.example.org' }, /^NEXTAUTH_URL must be a web address/],
    [{ GITHUB_ID: 'id' }, /^GITHUB_SECRET is missing: GITHUB_ID is set/],
    [{ GOOGLE_SECRET: 'secret' }, /^GOOGLE_ID is missing: GOOGLE_SECRET is set/],
    [{ DRYDOCK_SANDBOX_IDLE_DAYS: '0' }, /^DRYDOCK_SANDBOX_IDLE_DAYS must be a number of days/],
    [{ SMTP_URL: 'smtp://mail.example.org' }, /^MAIL_FROM is missing: SMTP_URL is set/],
  ])('%o is refused by name', (source, words) => {
    expect(() => parseSettings(source)).toThrow(words);
  });

  test('all that is wrong is told at once', () => {
    const settings = () => parseSettings({ PORT: 'http', NEXTAUTH_SECRET: 'short' });
    expect(settings).toThrow('PORT must be a number');
    expect(settings).toThrow('NEXTAUTH_SECRET must have at least 32 characters');
  });

  test('the web server needs a database and a secret', () => {
    expect(() => parseServerSettings({})).toThrow(
      /DATABASE_URL is missing.*\nNEXTAUTH_SECRET is missing/,
    );
  });
});
