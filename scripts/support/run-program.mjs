import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// Nobody stays behind when we end early: another step failed, or Ctrl-C.
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program to its end, in this process's group.
 *
 * @param {string} program
 * @param {readonly string[]} argv
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string | undefined>} [options.env] added to this process's environment
 * @param {'show' | 'collect' | 'both'} [options.output] what becomes of what it prints
 * @returns {Promise<{ code: number, output: string }>} 1 for the code when a signal ended it; the
 *   output comes without colours, and is empty when it was only shown
 */
export function runProgram(program, argv, { cwd, env, output = 'show' } = {}) {
  return new Promise((resolve, reject) => {
    const piped = output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(program, argv, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', piped, piped],
    });
    running.add(child);
    let collected = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from?.on('data', (chunk) => {
        collected += String(chunk);
        if (output === 'both') to.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: stripVTControlCharacters(collected) });
    });
  });
}
