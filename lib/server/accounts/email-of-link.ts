import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import type { TokenPurpose } from '../generated/client';
import { findToken } from './one-time-token';

/** The address a one-time link was made for, without using it up; null when it cannot be used. */
export async function emailOfLink(purpose: TokenPurpose, token: string): Promise<string | null> {
  return findToken(db, purpose, token, new Date(now()));
}
