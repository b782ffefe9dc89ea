import type { Program } from '../program';
import { fail, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';

/** `ping [-c N] [-W N] HOST`: answers come from containers that run; without `-c` it goes on until Ctrl-C. */
export const ping: Program = (call) => {
  const options = optionsOf(call, 'cwWiI');
  const [host] = options.operands;
  if (host === undefined)
    return isBusybox(call)
      ? missingOperand(call)
      : fail(call, 'usage error: Destination address required');
  const address = call.host.resolve(host);
  if (address === null)
    return isBusybox(call)
      ? fail(call, `bad address '${host}'`)
      : fail(call, `${host}: Name or service not known`, 2);
  const count = Math.min(20, Number(options.value('c') ?? '3') || 1);
  const way = call.host.ping(address);
  const answers = way === 'answers';
  call.out(
    isBusybox(call)
      ? `PING ${host} (${address}): 56 data bytes\n`
      : `PING ${host} (${address}) 56(84) bytes of data.\n`,
  );
  if (way === 'unreachable')
    return fail(
      call,
      isBusybox(call) ? 'sendto: Network is unreachable' : 'connect: Network is unreachable',
      isBusybox(call) ? 1 : 2,
    );
  if (answers && !options.has('q'))
    for (let n = 0; n < count; n++)
      call.out(
        isBusybox(call)
          ? `64 bytes from ${address}: seq=${n} ttl=64 time=0.0${81 + n} ms\n`
          : `64 bytes from ${address}: icmp_seq=${n + 1} ttl=64 time=0.0${81 + n} ms\n`,
      );
  if (options.value('c') === undefined) return { kind: 'read' };
  call.out(
    `\n--- ${host} ping statistics ---\n${count} packets transmitted, ${answers ? count : 0}${isBusybox(call) ? ' packets' : ''} received, ${answers ? 0 : 100}% packet loss${isBusybox(call) ? '' : `, time ${(count - 1) * 1000}ms`}\n`,
  );
  if (answers)
    call.out(
      isBusybox(call)
        ? `round-trip min/avg/max = 0.081/${count > 1 ? '0.082/0.083' : '0.081/0.081'} ms\n`
        : `rtt min/avg/max/mdev = 0.081/${count > 1 ? '0.082/0.083/0.001' : '0.081/0.081/0.000'} ms\n`,
    );
  return {
    kind: 'sleep',
    milliseconds: (answers ? count - 1 : count * 2 + 8) * 1000,
    code: answers ? 0 : 1,
  };
};

/** `nslookup NAME` */
export const nslookup: Program = (call) => {
  const [host = ''] = optionsOf(call).operands;
  const { resolver } = call.host;
  call.out(`Server:\t\t${resolver}\nAddress:\t${resolver}:53\n\n`);
  const addresses = call.host.addressesOf(host);
  if (addresses.length === 0) {
    // Both questions are answered: that for IPv4 addresses and that for IPv6.
    call.out(`** server can't find ${host}: NXDOMAIN\n\n`.repeat(2));
    return { kind: 'exit', code: 1 };
  }
  // The second answer is that to the question for IPv6 addresses.
  const answers = [false, true].map((isSix) => {
    const told = addresses.filter((address) => address.includes(':') === isSix);
    const lines = told.map((address) => `Name:\t${host}\nAddress: ${address}\n`).join('');
    return `Non-authoritative answer:\n${lines}\n`;
  });
  call.out(answers.join(''));
  return { kind: 'exit', code: 0 };
};

/** `nc [-z] [-v] [-w N] HOST PORT` and `nc -l -p PORT`, which waits. */
export const nc: Program = (call) => {
  const options = optionsOf(call, 'pwse');
  if (options.has('l')) return { kind: 'read' };
  const [host = '', port = ''] = options.operands;
  const address = call.host.resolve(host);
  if (address === null) return fail(call, `bad address '${host}'`);
  const answer = call.host.fetch(address, Number(port), '/');
  const shown = `${host} (${address}:${port})`;
  switch (answer.kind) {
    case 'refused':
      return fail(call, `${shown}: Connection refused`);
    case 'lost':
      return fail(call, `${shown}: Operation timed out`);
    case 'unreachable':
      return fail(call, `${shown}: Network is unreachable`);
    default:
      if (options.has('v')) call.error(`${shown} open\n`);
      return { kind: 'exit', code: 0 };
  }
};
