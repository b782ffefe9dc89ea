/** Progress for people: one line when a step begins, one when it is done, with its time. */

/**
 * @template T
 * @param {string} label what is being done, e.g. "Building the app"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  process.stdout.write(`  … ${label}\n`);
  const began = performance.now();
  const result = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`  ✓ ${label} (${seconds} s)\n`);
  return result;
}
