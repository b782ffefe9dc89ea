import { afterAll, inject } from 'vitest';
import { createTestDatabase } from './test-databases';

// Every test file of the database project has a fresh database of its own, and lib/server finds it
// where it looks: in the environment.
const database = await createTestDatabase(inject('databaseServer'));
process.env['DATABASE_URL'] = database.url;
process.env['NEXTAUTH_SECRET'] = 'only-for-tests-and-long-enough-to-pass';

afterAll(async () => {
  const { disconnect } = await import('../../lib/server/db');
  await disconnect();
  await database.drop();
});
