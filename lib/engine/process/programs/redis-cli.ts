import { failure, success, type Program, type ProgramCall } from '../program';
import { optionsOf } from './options';

/** `redis-cli [-h HOST] [-p PORT] PING|ECHO`: whether a server answers. What a server keeps is not simulated, and is said not to be. */
export const redisCli: Program = (call) => {
  const words = call.argv.slice(1);
  if (words[0] === '--version' || words[0] === '-v') {
    call.out(`redis-cli ${call.env['REDIS_VERSION'] ?? '7.4.0'}\n`);
    return success;
  }
  const options = optionsOf(call, 'hpanu');
  const problem = reach(call, options.value('h') ?? '127.0.0.1', options.value('p') ?? '6379');
  if (problem !== null) {
    call.error(`Could not connect to Redis at ${problem}\n`);
    return failure;
  }
  const orders =
    options.operands.length > 0
      ? [options.operands]
      : (call.stdin ?? '').split('\n').flatMap((line) => {
          const typed = line.trim().split(/\s+/);
          return typed[0] === '' ? [] : [typed];
        });
  if (orders.length === 0 && call.stdin === null) return unsimulated(call);
  for (const [name = '', ...rest] of orders) {
    if (/^ping$/i.test(name)) call.out(`${rest[0] ?? 'PONG'}\n`);
    else if (/^echo$/i.test(name) && rest.length === 1) call.out(`${rest[0] ?? ''}\n`);
    else return unsimulated(call);
  }
  return success;
};

function unsimulated(call: ProgramCall): ReturnType<Program> {
  call.error('redis-cli: of the commands only PING and ECHO are simulated here\n');
  return failure;
}

/** Why no server is reached; null when one is. */
function reach({ host }: ProgramCall, name: string, port: string): string | null {
  const address = host.resolve(name);
  if (address === null) return `${name}:${port}: Name or service not known`;
  const reasons: Readonly<Record<string, string>> = {
    refused: 'Connection refused',
    lost: 'Connection timed out',
    unreachable: 'Network is unreachable',
  };
  const reason = reasons[host.fetch(address, Number(port), '/').kind];
  return reason === undefined ? null : `${name}:${port}: ${reason}`;
}
