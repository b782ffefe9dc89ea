import { notFound, redirect } from 'next/navigation';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { AppError, type ErrorBody, statusOf, toResponse, wordsOf } from '@/lib/server/app-error';
import { log } from '@/lib/server/log';

function catchOf(act: () => unknown): unknown {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

const bodyOf = (text: string): ErrorBody => JSON.parse(text) as ErrorBody;

describe('toResponse', () => {
  test.each([
    ['not-found', 404],
    ['unauthorized', 401],
    ['forbidden', 403],
    ['invalid', 400],
    ['conflict', 409],
    ['too-many', 429],
    ['unavailable', 503],
  ] as const)('%s is answered with %i and words in the reader’s language', async (kind, status) => {
    expect(statusOf(kind)).toBe(status);
    const response = toResponse(new AppError(kind), 'ko');
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      error: { kind, message: wordsOf(new AppError(kind), 'ko') },
    });
  });

  test('words given with the error are shown instead, fields beside them', async () => {
    const error = new AppError('invalid', { words: 'No.', fields: { name: 'Too long.' } });
    expect(await toResponse(error).json()).toEqual({
      error: { kind: 'invalid', message: 'No.', fields: { name: 'Too long.' } },
    });
  });

  test('a wait is told in the header and in the body', async () => {
    const response = toResponse(new AppError('too-many', { retryAfterSeconds: 12.4 }));
    expect(response.headers.get('Retry-After')).toBe('13');
    expect(bodyOf(await response.text()).error.retryAfterSeconds).toBe(12.4);
  });

  test('input that zod refuses is invalid, with a message by field', async () => {
    const refused = z.object({ age: z.number('age-missing') }).safeParse({});
    const response = toResponse(refused.error);
    expect(response.status).toBe(400);
    expect(bodyOf(await response.text()).error.fields).toEqual({ age: 'age-missing' });
  });

  test('what Next throws to redirect or to say not-found is passed on', () => {
    for (const signal of [() => redirect('/elsewhere'), () => notFound()]) {
      const thrown = catchOf(signal);
      expect(catchOf(() => toResponse(thrown))).toBe(thrown);
    }
  });

  test('an unexpected error tells nothing but an id, and the log has the id and the error', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const fault = new Error('password=hunter2 at 10.0.0.7');
    const response = toResponse(fault);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('hunter2');
    const { id } = bodyOf(text).error;
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(logged).toHaveBeenCalledWith({ id, err: fault }, 'unexpected error');
  });
});
