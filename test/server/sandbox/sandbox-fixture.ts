import { randomUUID } from 'node:crypto';
import { createSandbox as newState, type Sandbox } from '@/lib/engine';
import { db } from '@/lib/server/db';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { makePerson } from '../accounts/practice-fixture';

export const START = Date.UTC(2026, 2, 1, 10);

/** The course's catalogue is loaded, as the store finds it. */
export async function loadCatalogue(): Promise<void> {
  await db.contentVersion.create({
    data: { hash: '0'.repeat(64), engineVersion: 'test', templates: 0, concepts: 0, readings: {} },
  });
}

export const makeLearner = (): Promise<string> => makePerson('guest');

export const newKey = (): string => randomUUID();

/** A state to begin with. */
export async function beginning(images: readonly string[], seed = 'store'): Promise<Sandbox> {
  return newState({ world: await sandboxWorld(), seed, now: START, images, terminal: true });
}
