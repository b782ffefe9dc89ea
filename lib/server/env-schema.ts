import { z } from 'zod';

/*
 * What may be set from outside, and how it must look. Apart from env.ts because `npm start` checks
 * the same words before there is a server (it cannot import what is 'server-only').
 */

const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/./, 'must look like postgresql://user:password@host:5432/database');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address such as https://drydock.example.org' })
  .transform((address) => address.replace(/\/+$/, ''));
const mailServer = z
  .string()
  .regex(/^smtps?:\/\/./, 'must look like smtp://user:password@mail.example.org:587');
const secret = z
  .string()
  .min(32, 'must have at least 32 characters; make one: openssl rand -hex 32');
const port = z
  .string()
  .regex(/^\d+$/, 'must be a number from 1 to 65535')
  .transform(Number)
  .pipe(
    z
      .int()
      .min(1, 'must be a number from 1 to 65535')
      .max(65_535, 'must be a number from 1 to 65535'),
  );

const shape = {
  DATABASE_URL: postgresAddress.optional(),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_URL: webAddress.optional(),
  PORT: port.default(3000),
  HOST: z.string().optional(),
  /** Where the docker command line finds the engine (lib/server/door); null: nowhere. */
  ENGINE_PORT: z
    .union([z.literal('off').transform(() => null), port], {
      error: 'must be a number from 1 to 65535, or off',
    })
    .default(2375),
  /** Where it is found from other machines, through a proxy in front. */
  ENGINE_URL: z
    .string()
    .regex(
      /^tcp:\/\/[^\s/]+(\/[^\s]*)?$/,
      'must be an address for DOCKER_HOST such as tcp://engine.example.org:2376',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  DRYDOCK_DATA_DIR: z.string().optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  /** A sandbox that nobody has used for so many days expires. */
  DRYDOCK_SANDBOX_IDLE_DAYS: z
    .string()
    .regex(/^\d+$/, 'must be a number of days from 1 to 3650')
    .transform(Number)
    .pipe(
      z
        .int()
        .min(1, 'must be a number of days from 1 to 3650')
        .max(3650, 'must be a number of days from 1 to 3650'),
    )
    .default(30),
  /** For tests only: a file with milliseconds to add to the clock (lib/server/clock.ts). */
  DRYDOCK_TEST_CLOCK_FILE: z.string().optional(),
} as const;

/** Variables that mean something only together. */
const PAIRS = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
] as const;

const Settings = z.object(shape).superRefine((values, context) => {
  for (const [one, other] of PAIRS) {
    if ((values[one] === undefined) === (values[other] === undefined)) continue;
    const [missing, present] = values[one] === undefined ? [one, other] : [other, one];
    context.addIssue({
      code: 'custom',
      path: [missing],
      message: `is missing: ${present} is set, and the two belong together`,
    });
  }
});

/** Everything as it was set; what is optional may be undefined. */
export type Settings = z.infer<typeof Settings>;

/** What the web server needs: the database and the secret are there. */
export type ServerSettings = Settings & {
  readonly DATABASE_URL: string;
  readonly NEXTAUTH_SECRET: string;
};

/** Variables that are missing or wrong; the message names each on a line of its own. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * Checks the variables; an empty one counts as not set.
 *
 * @throws SettingsError that names every missing or wrong variable
 */
export function parseSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  );
}

/**
 * As parseSettings, for the web server.
 *
 * @throws SettingsError that names every missing or wrong variable
 */
export function parseServerSettings(
  source: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const settings = parseSettings(source);
  const { DATABASE_URL, NEXTAUTH_SECRET } = settings;
  const missing = Object.entries({ DATABASE_URL, NEXTAUTH_SECRET })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is missing; npm start sets it`);
  if (DATABASE_URL === undefined || NEXTAUTH_SECRET === undefined) throw new SettingsError(missing);
  return { ...settings, DATABASE_URL, NEXTAUTH_SECRET };
}
