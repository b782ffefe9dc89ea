import 'server-only';
import type { NextAuthOptions, User } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import CredentialsProvider from 'next-auth/providers/credentials';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import { z } from 'zod';
import {
  emailField,
  localeField,
  presentPasswordField,
  timeZoneField,
} from './accounts/account-fields';
import { createGuest } from './accounts/create-guest';
import type { Entry } from './accounts/decide-entry';
import { enterWithProvider } from './accounts/enter-with-provider';
import { loadViewer } from './accounts/load-viewer';
import { mergeGuest } from './accounts/merge-guest';
import { safeReturnPath } from './accounts/safe-return-path';
import { secureCookies } from './accounts/session-cookie';
import { type Session, SESSION_SECONDS } from './accounts/session-token';
import { signInWithPassword } from './accounts/sign-in-with-password';
import { db } from './db';
import { env } from './env';
import { log } from './log';
import { limit } from './rate-limit';

/** What next-auth's callbacks need to know of the visit, beside what they are given. */
export interface Visit {
  readonly current: Entry['current'];
  readonly address: string;
  readonly locale: 'ko' | 'en';
  readonly timeZone: string;
}

/** The providers that this installation offers beside passwords and guests. */
export function offeredProviders(): readonly ('github' | 'google')[] {
  const { GITHUB_ID, GOOGLE_ID } = env();
  return [
    ...(GITHUB_ID === undefined ? [] : (['github'] as const)),
    ...(GOOGLE_ID === undefined ? [] : (['google'] as const)),
  ];
}

/**
 * next-auth's options for one request. Sessions are its encrypted tokens; the people, accounts and rules are ours
 * (docs/decisions/020, 022).
 */
export function authOptions(visit: Visit): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: secureCookies(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings', newUser: '/' },
    providers: providers(visit),
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return true;
        const entered = await enterAs(account.provider, account.providerAccountId, profile, visit);
        return entered.ok ? true : `/sign-in?error=${entered.error}`;
      },
      async jwt({ token, user, account }) {
        // There only when somebody signs in; later the token is just read.
        if (!account) return token;
        const session =
          account.type === 'oauth'
            ? await sessionOfAccount(account.provider, account.providerAccountId)
            : sessionOfUser(user);
        return { sub: session.personId, ...session };
      },
      async session({ session, token }) {
        const parsed = tokenSchema.safeParse(token);
        const viewer = parsed.success ? await loadViewer(parsed.data) : null;
        const { expires } = session;
        if (viewer === null) return { expires };
        return { expires, user: { name: viewer.name, email: viewer.email } };
      },
      redirect({ url, baseUrl }) {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safeReturnPath(path)}`;
      },
    },
    logger: {
      error: (code, metadata) => {
        log.error({ code, metadata }, 'next-auth');
      },
      warn: (code) => {
        log.debug({ code }, 'next-auth');
      },
      debug: () => undefined,
    },
  };
}

const tokenSchema = z.object({ personId: z.uuid(), sessionVersion: z.int() });

const passwordSchema = z.object({ email: emailField, password: presentPasswordField });
const guestSchema = z.object({
  locale: localeField.optional(),
  timeZone: timeZoneField.optional(),
});

function providers(visit: Visit): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  const offered: Provider[] = [
    CredentialsProvider({
      id: 'password',
      name: 'Password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(input) {
        const parsed = passwordSchema.safeParse(input);
        if (!parsed.success) return null;
        const result = await signInWithPassword({ ...parsed.data, address: visit.address });
        if (!result.ok) return null;
        const { current } = visit;
        if (current?.kind === 'guest') await mergeGuest(current.id, result.value.personId);
        return userOf(result.value);
      },
    }),
    CredentialsProvider({
      id: 'guest',
      name: 'Guest',
      credentials: { locale: { type: 'text' }, timeZone: { type: 'text' } },
      async authorize(input) {
        const parsed = guestSchema.safeParse(input);
        if (!parsed.success) return null;
        await limit('guest-from', visit.address);
        const { locale = visit.locale, timeZone = visit.timeZone } = parsed.data;
        return userOf(await createGuest({ locale, timeZone }));
      },
    }),
  ];
  if (GITHUB_ID !== undefined && GITHUB_SECRET !== undefined) {
    offered.push(github(GITHUB_ID, GITHUB_SECRET));
  }
  if (GOOGLE_ID !== undefined && GOOGLE_SECRET !== undefined) {
    offered.push(GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET }));
  }
  return offered;
}

const githubEmails = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub's profile names an address that need not be verified; the list of addresses says which is. */
function github(clientId: string, clientSecret: string) {
  return GitHubProvider({
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client, tokens }) {
        const token = z.string().parse(tokens.access_token);
        const profile = await client.userinfo(token);
        const response = await fetch('https://api.github.com/user/emails', {
          headers: { Authorization: `Bearer ${token}`, Accept: 'application/vnd.github+json' },
        });
        const emails = response.ok ? githubEmails.parse(await response.json()) : [];
        const verified = emails.find((entry) => entry.primary && entry.verified);
        return { ...profile, email: verified?.email ?? '', email_verified: verified !== undefined };
      },
    },
  });
}

const profileSchema = z.object({
  email: z.string().nullish(),
  email_verified: z.boolean().optional(),
  name: z.string().nullish(),
});

/** Reads what GitHub or Google says of somebody, and lets them in by the rules of `enterWithProvider`. */
function enterAs(provider: string, subject: string, profile: unknown, visit: Visit) {
  const known = z.enum(['github', 'google']).parse(provider);
  const { email, email_verified: verified, name } = profileSchema.parse(profile);
  const address = emailField.safeParse(email);
  return enterWithProvider({
    identity: {
      provider: known,
      subject,
      verifiedEmail: verified === true && address.success ? address.data : null,
      name: name ?? '',
    },
    current: visit.current,
    locale: visit.locale,
    timeZone: visit.timeZone,
  });
}

async function sessionOfAccount(provider: string, subject: string): Promise<Session> {
  const known = z.enum(['github', 'google']).parse(provider);
  const { person } = await db.account.findUniqueOrThrow({
    where: { provider_subject: { provider: known, subject } },
    select: { person: { select: { id: true, sessionVersion: true } } },
  });
  return { personId: person.id, sessionVersion: person.sessionVersion };
}

/** A session on its way through next-auth's credentials flow, which knows users only. */
const userOf = (session: Session): User & Session => ({ id: session.personId, ...session });

const sessionOfUser = (user: unknown): Session => tokenSchema.parse(user);
