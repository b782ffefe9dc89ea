import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first. */
const longest = [
  'test/e2e/accessibility.test.ts',
  'test/e2e/learner.test.ts',
  'test/e2e/start.test.ts',
  'test/door/real-cli.test.ts',
  'test/content/course.test.ts',
  'test/scripts/shell/shell.test.ts',
  'test/scripts/demo/make-demo.test.ts',
];

/**
 * Begins with the longest files, so that no core waits for one at the end. Vitest knows durations only
 * from its cache, which a fresh clone does not have; the order of the rest stays Vitest's.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      return at === -1 ? longest.length : at;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
