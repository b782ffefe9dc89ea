import { expect, test } from 'vitest';
import { requestAddress } from '@/lib/server/accounts/request-address';

const from = (header: string | null) =>
  requestAddress(new Headers(header === null ? {} : { 'x-forwarded-for': header }));

test.each([
  [null, 'unknown'],
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
])('a request by way of %s counts for %s', (header, place) => {
  expect(from(header)).toBe(place);
});
