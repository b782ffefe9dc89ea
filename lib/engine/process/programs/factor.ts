import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { complain, isBusybox, quoted, tryHelp } from './options';
import { tellUsage } from './usage';

const MOST_NUMBERS = 1_000;
/** Numbers from here on are refused, as by a factor that was built without long arithmetic. */
const LIMIT = 2n ** 64n;
/** Each byte above so many bits is a share of time. */
const LARGE = 40n;

/** `factor [NUMBER…]`: the prime factors of the operands, or of the numbers that come in. */
export const factor: Program = (call) => {
  const words = call.argv.slice(1).filter((word) => word !== '--');
  if (words.length === 0 && call.stdin === null) return { kind: 'read' };
  const option = words.find((word) => /^-./.test(word));
  if (option !== undefined && !isBusybox(call)) {
    const name = option.startsWith('--')
      ? `unrecognized option '${option}'`
      : `invalid option -- '${option[1] ?? ''}'`;
    complain(call, name + tryHelp(call));
    return { kind: 'exit', code: 1 };
  }
  const numbers =
    words.length > 0 ? words : (call.stdin ?? '').split(/\s+/).filter((word) => word !== '');
  let code = 0;
  for (const word of numbers.slice(0, MOST_NUMBERS)) {
    const number = /^\s*\+?\d+$/.test(word) ? BigInt(word.trim().replace('+', '')) : null;
    if (number !== null && number < LIMIT) {
      // A large one may take some hundredths of a second.
      for (let large = number >> LARGE; large > 0n; large >>= 8n) call.host.giveWay();
      call.out(`${[`${number}:`, ...factorsOf(number)].join(' ')}\n`);
    } else if (isBusybox(call)) return refused(call);
    else {
      const reason = number === null ? 'is not a valid positive integer' : 'is too large';
      complain(call, `${quoted(call, word)} ${reason}`);
      code = 1;
    }
  }
  return { kind: 'exit', code };
};

function refused(call: ProgramCall): ProgramOutcome {
  tellUsage(call);
  return { kind: 'exit', code: 1 };
}

const SMALL = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n];

/** The prime factors of a number below 2^64, the smallest first; none of 0 and 1. */
function factorsOf(number: bigint): readonly bigint[] {
  const factors: bigint[] = [];
  const rest = number < 2n ? [] : [number];
  while (rest.length > 0) {
    const n = rest.pop() ?? 1n;
    const small = SMALL.find((prime) => n % prime === 0n);
    const divisor = small ?? (isPrime(n) ? n : divisorOf(n));
    if (divisor === n || small !== undefined) factors.push(divisor);
    else rest.push(divisor);
    if (n !== divisor) rest.push(n / divisor);
  }
  return factors.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Miller's and Rabin's test; to these bases it is sure below 2^64 (J. Sorenson, J. Webster, "Strong pseudoprimes to twelve prime bases"). */
function isPrime(n: bigint): boolean {
  let [odd, twos] = [n - 1n, 0];
  for (; odd % 2n === 0n; odd /= 2n) twos++;
  return SMALL.every((base) => {
    let x = power(base, odd, n);
    if (x === 1n || x === n - 1n) return true;
    for (let i = 1; i < twos; i++) {
      x = (x * x) % n;
      if (x === n - 1n) return true;
    }
    return false;
  });
}

/** A divisor of a number that is not prime and has no small one: Pollard's rho, the differences multiplied together before they are tried. */
function divisorOf(n: bigint): bigint {
  for (let step = 1n; ; step++) {
    const next = (x: bigint): bigint => (x * x + step) % n;
    let [slow, fast, product] = [2n, 2n, 1n];
    for (;;) {
      const [slowBefore, fastBefore] = [slow, fast];
      for (let i = 0; i < 128; i++) {
        slow = next(slow);
        fast = next(next(fast));
        product = (product * (slow > fast ? slow - fast : fast - slow)) % n;
      }
      let divisor = common(product, n);
      if (divisor === 1n) continue;
      [slow, fast] = [slowBefore, fastBefore];
      divisor = 1n;
      while (divisor === 1n) {
        slow = next(slow);
        fast = next(next(fast));
        divisor = common(slow > fast ? slow - fast : fast - slow, n);
      }
      if (divisor !== n) return divisor;
      break;
    }
  }
}

function common(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
