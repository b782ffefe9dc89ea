/**
 * A failure the person at the keyboard can mend. Commands print its message without a stack trace
 * and exit with 1; anything else that is thrown is a defect and keeps its stack.
 */
export class Problem extends Error {
  /**
   * @param {string} whatHappened one sentence, ends with a full stop
   * @param {string} nextStep what to do now, in words or as a command
   */
  constructor(whatHappened, nextStep) {
    super(`${whatHappened}\n  ${nextStep}`);
    this.name = 'Problem';
  }
}

/**
 * Runs a command's main function and ends the process: a Problem with its words and code 1, a defect
 * with its stack. The exit is explicit because Prisma's WebAssembly engine leaves a timer of ten
 * seconds behind.
 * @param {() => Promise<number | void> | number | void} main gives the exit code, 0 when nothing is returned
 */
export async function runCommand(main) {
  try {
    process.exit((await main()) ?? 0);
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem === null) throw thrown;
    process.stderr.write(`\n${problem.message}\n`);
    process.exit(1);
  }
}

/**
 * Recognises the failures of the machine that have a next step: a full disk, a folder that may not
 * be written.
 * @param {unknown} thrown
 * @returns {Problem | null} null when it is a defect of ours
 */
export function asProblem(thrown) {
  if (thrown instanceof Problem) return thrown;
  if (!(thrown instanceof Error)) return null;
  const code = 'code' in thrown ? thrown.code : undefined;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : null;
  const where = path === null ? '' : ` while writing ${path}`;
  if (code === 'ENOSPC' || /no space left on device/i.test(thrown.message))
    return new Problem(
      `The disk is full${where}.`,
      'Free some space (about 1 GB is needed) and run the same command again; nothing is lost.',
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Problem(
      `This user may not write${path === null ? ' there' : ` ${path}`}.`,
      'Run the command as the user who owns the folder, or choose another folder with DRYDOCK_DATA_DIR.',
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new Problem(
      `${path ?? 'A path'} is not a folder.`,
      'Choose a folder, for example: DRYDOCK_DATA_DIR=another-folder npm start',
    );
  return null;
}
