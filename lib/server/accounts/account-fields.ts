import { z } from 'zod';

/**
 * The fields of every account form, one rule each. A message is a key of `account.errors` in the language files;
 * the screen shows it beside the field.
 */

const length = (text: string): number => [...text.normalize('NFKC')].length;

export const emailField = z
  .string('email-missing')
  .trim()
  .toLowerCase()
  .min(1, 'email-missing')
  .max(254, 'email-long')
  .pipe(z.email('email-invalid'));

/** Any password already set; whether it is right is not a matter of its form. */
export const presentPasswordField = z
  .string('password-missing')
  .min(1, 'password-missing')
  .max(1000, 'password-long');

/** A new password: 8 to 128 characters, no rules of composition (NIST SP 800-63B). */
export const newPasswordField = z
  .string('password-missing')
  .max(1000, 'password-long')
  .refine((text) => length(text) >= 8, 'password-short')
  .refine((text) => length(text) <= 128, 'password-long');

export const nameField = z
  .string('name-missing')
  .trim()
  .min(1, 'name-missing')
  .refine((text) => length(text) <= 60, 'name-long')
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'name-invalid');

export const localeField = z.enum(['ko', 'en'], 'locale-invalid');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A name of the IANA time zone database. */
export const timeZoneField = z
  .string('time-zone-invalid')
  .max(64, 'time-zone-invalid')
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), 'time-zone-invalid');

/** A whole number typed into a form. */
const wholeNumber = (message: string, from: number, to: number) =>
  z
    .string(message)
    .trim()
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message);

export const rollOverHourField = wholeNumber('roll-over-hour-invalid', 0, 23);
export const newPerDayField = wholeNumber('new-per-day-invalid', 0, 100);

/** Typed as a percentage, kept as a probability. */
export const desiredRetentionField = wholeNumber('desired-retention-invalid', 70, 97).transform(
  (percent) => percent / 100,
);
