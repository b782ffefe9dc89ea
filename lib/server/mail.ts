import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import type { Mail } from './accounts/mail-words';
import { env } from './env';
import { log } from './log';

/** Whether this installation sends mail: SMTP_URL and MAIL_FROM are set. */
export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

let transport: Transporter | null = null;

/**
 * Hands a mail to the server named by SMTP_URL.
 *
 * @throws when this installation sends none, or when the server refuses or cannot be reached
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) throw new Error('SMTP_URL is not set: no mail can be sent');
  transport ??= createTransport(SMTP_URL);
  await transport.sendMail({
    from: MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
  });
  log.info({ subject: mail.subject }, 'mail sent');
}
