import { afterAll, inject } from 'vitest';
import { createTestDatabase } from './test-databases';
import { TEST_SECRET } from './test-secret';

// Every test file of the database project has a fresh database of its own, and lib/server finds it
// where it looks: in the environment.
const database = await createTestDatabase(inject('databaseServer'));
process.env['DATABASE_URL'] = database.url;
process.env['NEXTAUTH_SECRET'] = TEST_SECRET;

afterAll(async () => {
  const { disconnect } = await import('../../lib/server/db');
  await disconnect();
  await database.drop();
});
