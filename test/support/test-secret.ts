/** What signs sessions in tests. */
export const TEST_SECRET = 'only-for-tests-and-long-enough-to-pass';
