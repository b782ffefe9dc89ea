import 'server-only';
import pino from 'pino';

/** The log: one JSON object a line on standard output. Secrets never reach it. */
export const log = pino({
  name: 'drydock',
  redact: {
    paths: ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', 'authorization'],
    censor: '[hidden]',
  },
});
