import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { allLines, readInputs, textOfEntry, type Input } from './input';
import { complain, isBusybox, optionsOf } from './options';
import { entryOf } from './paths';

/** `sha256sum [-c] [FILE…]` and its kin; with `-c` the files hold lines of sums to be checked. */
function checksum(hash: (bytes: Uint8Array) => Uint8Array): Program {
  const sumOf = (text: string): string => bytesToHex(hash(utf8ToBytes(text)));
  return (call) => {
    const options = optionsOf(call, '', { check: 'c' });
    const input = readInputs(call, options.operands);
    if (input === null) return { kind: 'read' };
    if (options.has('c')) return check(call, input, sumOf, options.has('s'));
    for (const { name, text } of input.parts)
      call.out(`${sumOf(text)}  ${name === '' ? '-' : name}\n`);
    return { kind: 'exit', code: input.failed ? 1 : 0 };
  };
}

/** Checks lines of sums and tells of each, or, `silent`, of none. */
function check(
  call: ProgramCall,
  input: Input,
  sumOf: (text: string) => string,
  silent: boolean,
): ProgramOutcome {
  const lines = allLines(input).flatMap((line) => {
    const [, sum, name] = /^([0-9a-f]+) [ *](.*)$/.exec(line) ?? [];
    return sum === undefined || name === undefined ? [] : [{ sum, name }];
  });
  let wrong = 0;
  for (const { sum, name } of lines) {
    const entry = entryOf(call, name);
    const same = entry !== null && sumOf(textOfEntry(entry)) === sum;
    if (!same) wrong++;
    if (!silent) call.out(`${name}: ${same ? 'OK' : 'FAILED'}\n`);
  }
  if (wrong > 0 && !silent)
    complain(
      call,
      isBusybox(call)
        ? `WARNING: ${wrong} of ${lines.length} computed checksums did NOT match`
        : `WARNING: ${wrong} computed checksum${wrong === 1 ? '' : 's'} did NOT match`,
    );
  return { kind: 'exit', code: wrong > 0 || input.failed ? 1 : 0 };
}

export const checksumPrograms: Readonly<Record<string, Program>> = {
  md5sum: checksum(md5),
  sha1sum: checksum(sha1),
  sha256sum: checksum(sha256),
  sha512sum: checksum(sha512),
};
