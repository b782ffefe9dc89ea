import { expect, it } from 'vitest';
import { imageSize, memorySize } from '@/components/engine-stage/human-size';

it.each([
  [0, '0B'],
  [999, '999B'],
  [3_970_000, '3.97MB'],
  [192_000_000, '192MB'],
  [1_234_000_000, '1.23GB'],
])('an image of %i bytes is %s, as docker images prints it', (bytes, text) => {
  expect(imageSize(bytes)).toBe(text);
});

it.each([
  [1023, '1023B'],
  [7.4 * 1024 * 1024, '7.4MiB'],
  [1024 ** 3, '1GiB'],
])('%d bytes of memory are %s, as docker stats prints them', (bytes, text) => {
  expect(memorySize(bytes)).toBe(text);
});
