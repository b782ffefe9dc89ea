import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

/** A mail server of a few words (RFC 5321): it takes every mail and keeps it. */
const received: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((socket) => {
    let body: string | null = null;
    let pending = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (body !== null) {
        if (line !== '.') {
          body += `${line}\n`;
          return;
        }
        received.push(body);
        body = null;
        say('250 kept');
      } else if (line === 'DATA') {
        body = '';
        say('354 go on');
      } else if (line === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    say('220 test');
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString('utf8')).split('\r\n');
      pending = lines.pop() ?? '';
      lines.forEach(hear);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  // Read once, when the server's settings are first asked for: before anything below is imported.
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${String(address.port)}`;
  process.env['MAIL_FROM'] = 'Drydock <drydock@example.com>';
  process.env['NEXTAUTH_URL'] = 'https://drydock.example';
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  received.length = 0;
});

/** The words of the one mail that came, quoted-printable undone. */
function theMail(): string {
  expect(received).toHaveLength(1);
  return (received[0] ?? '').replace(/=\n/g, '').replaceAll('=3D', '=');
}

test('a reset link goes to a member, with the public address, and sets a password', async () => {
  const { signUp } = await import('@/lib/server/accounts/sign-up');
  const { requestReset } = await import('@/lib/server/accounts/request-reset');
  const { resetPassword } = await import('@/lib/server/accounts/reset-password');
  await signUp({
    name: 'Min',
    email: 'min@example.com',
    password: 'correct horse',
    locale: 'en',
    timeZone: 'UTC',
    address: '203.0.113.1',
    guestId: null,
  });
  await requestReset('min@example.com');
  const mail = theMail();
  expect(mail).toContain('To: min@example.com');
  expect(mail).toContain('From: Drydock <drydock@example.com>');
  expect(mail).toContain('Subject: Choose a new password for Drydock');
  const [, token] = /https:\/\/drydock\.example\/reset\/([\w-]+)/.exec(mail) ?? [];
  expect((await resetPassword(token ?? '', 'another horse')).ok).toBe(true);
});

test('an unknown address gets no mail', async () => {
  const { requestReset } = await import('@/lib/server/accounts/request-reset');
  await requestReset('nobody@example.com');
  expect(received).toEqual([]);
});

test('a sign-in link goes to any address, and comes back to where its reader wanted to be', async () => {
  const { requestSignInLink } = await import('@/lib/server/accounts/request-sign-in-link');
  const { signInWithLink } = await import('@/lib/server/accounts/sign-in-with-link');
  await requestSignInLink('new@example.com', '/cohorts', 'en');
  const [, token, query] =
    /https:\/\/drydock\.example\/sign-in\/link\/([\w-]+)\?(\S+)/.exec(theMail()) ?? [];
  expect(new URLSearchParams(query).get('callbackUrl')).toBe('/cohorts');
  const visit = { current: null, locale: 'en', timeZone: 'UTC' } as const;
  expect((await signInWithLink(token ?? '', visit)).ok).toBe(true);
});
