import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  desiredRetentionField,
  emailField,
  nameField,
  newPasswordField,
  rollOverHourField,
  timeZoneField,
} from '@/lib/server/accounts/account-fields';
import { messages } from '@/lib/i18n/messages';

/** What the field makes of an input: a value, or the key of the words beside it. */
const read = (field: z.ZodType, input: unknown) => {
  const parsed = field.safeParse(input);
  return parsed.success ? { value: parsed.data } : parsed.error.issues[0]?.message;
};

describe('account fields', () => {
  test.each([
    [emailField, ' Min@Example.COM ', { value: 'min@example.com' }],
    [emailField, '', 'email-missing'],
    [emailField, undefined, 'email-missing'],
    [emailField, 'min@', 'email-invalid'],
    [emailField, `${'a'.repeat(250)}@example.com`, 'email-long'],
    [newPasswordField, '1234567', 'password-short'],
    [newPasswordField, '12345678', { value: '12345678' }],
    [newPasswordField, '가나다라마바사아', { value: '가나다라마바사아' }],
    [newPasswordField, '🔑'.repeat(7), 'password-short'],
    [newPasswordField, '🔑'.repeat(128), { value: '🔑'.repeat(128) }],
    [newPasswordField, 'x'.repeat(129), 'password-long'],
    [nameField, '  ', 'name-missing'],
    [nameField, '김'.repeat(60), { value: '김'.repeat(60) }],
    [nameField, '김'.repeat(61), 'name-long'],
    [nameField, 'a\u0000b', 'name-invalid'],
    [timeZoneField, 'Asia/Seoul', { value: 'Asia/Seoul' }],
    [timeZoneField, 'Asia/Atlantis', 'time-zone-invalid'],
    [timeZoneField, '+09:00', 'time-zone-invalid'],
    [rollOverHourField, '4', { value: 4 }],
    [rollOverHourField, '24', 'roll-over-hour-invalid'],
    [rollOverHourField, '-1', 'roll-over-hour-invalid'],
    [desiredRetentionField, '90', { value: 0.9 }],
    [desiredRetentionField, '98', 'desired-retention-invalid'],
    [desiredRetentionField, 'many', 'desired-retention-invalid'],
  ])('%# reads %j', (field: z.ZodType, input, expected) => {
    expect(read(field, input)).toEqual(expected);
    if (typeof expected === 'string') {
      expect(messages.ko.account.errors).toHaveProperty(expected);
      expect(messages.en.account.errors).toHaveProperty(expected);
    }
  });
});
