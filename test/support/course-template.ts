import type { TestProject } from 'vitest/node';
import { loadCourse } from '../../scripts/prepare/load-course';
import { TEST_SECRET } from './test-secret';
import { courseTemplateName, databaseUrl, onServer, templateName } from './test-databases';

/** Vitest's global setup of the browser tests: a second template, with the course loaded. */
export default async function setup(project: TestProject): Promise<void> {
  const { root } = project.config;
  const server = project.getProvidedContext().databaseServer;
  const name = courseTemplateName(server);
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${templateName(server)}`);
  await loadCourse(root, {
    DATABASE_URL: databaseUrl(server, name),
    NEXTAUTH_SECRET: TEST_SECRET,
    NODE_ENV: 'production',
  });
  await onServer(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
}
