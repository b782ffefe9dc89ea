import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program } from '../program';
import { readInputs } from './input';
import { optionsOf } from './options';

/** `sha256sum [FILE…]` and its kin. */
function checksum(hash: (bytes: Uint8Array) => Uint8Array): Program {
  return (call) => {
    const input = readInputs(call, optionsOf(call).operands);
    if (input === null) return { kind: 'read' };
    for (const { name, text } of input.parts)
      call.out(`${bytesToHex(hash(utf8ToBytes(text)))}  ${name === '' ? '-' : name}\n`);
    return { kind: 'exit', code: input.failed ? 1 : 0 };
  };
}

export const checksumPrograms: Readonly<Record<string, Program>> = {
  md5sum: checksum(md5),
  sha1sum: checksum(sha1),
  sha256sum: checksum(sha256),
  sha512sum: checksum(sha512),
};
