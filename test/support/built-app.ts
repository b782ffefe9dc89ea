import type { TestProject } from 'vitest/node';
import { buildApp } from '../../scripts/prepare/build-app';

/** Vitest's global setup of the browser tests: the production build, made when it is stale. */
export default async function setup(project: TestProject): Promise<void> {
  await buildApp(project.config.root);
}
