import type { ApiAnswer, Subscription } from './types';

export function jsonAnswer(json: unknown, status = 200): ApiAnswer {
  return { status, body: { kind: 'json', json } };
}

export function emptyAnswer(status = 204): ApiAnswer {
  return { status, body: { kind: 'empty' } };
}

/** An error as every route gives it. */
export function errorAnswer(status: number, message: string): ApiAnswer {
  return { status, body: { kind: 'json', json: { message } } };
}

export function subscriptionAnswer(subscription: Subscription, status = 101): ApiAnswer {
  return { status, body: { kind: 'subscription', subscription } };
}
