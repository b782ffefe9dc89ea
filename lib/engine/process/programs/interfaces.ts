import { textOfEntry } from './input';
import type { Program, ProgramCall } from '../program';
import { isBusybox } from './options';
import { tellUsage } from './usage';

function mac(call: ProgramCall): string {
  const entry = call.host.files.get('/sys/class/net/eth0/address');
  return entry ? textOfEntry(entry).trim() : '';
}

/** `ip addr`, `ip route`, `ip link`: what is inside a container's network namespace. */
export const ip: Program = (call) => {
  const { address } = call.host;
  const words = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const [what = ''] = words;
  if (/^r/.test(what)) {
    if (address !== '') {
      const net = address.split('.').slice(0, 2).join('.');
      call.out(
        `default via ${net}.0.1 dev eth0 \n${net}.0.0/16 dev eth0 scope link  src ${address} \n`,
      );
    }
    return { kind: 'exit', code: 0 };
  }
  if (!/^(?:a|l)/.test(what)) {
    if (isBusybox(call)) tellUsage(call);
    else call.error('Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n');
    return { kind: 'exit', code: isBusybox(call) ? 1 : 255 };
  }
  const shows = what.startsWith('a');
  const six =
    shows && address === ''
      ? '    inet6 ::1/128 scope host \n       valid_lft forever preferred_lft forever\n'
      : '';
  call.out(
    `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n${shows ? '    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n' : ''}${six}`,
  );
  if (address !== '')
    call.out(
      `2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue \n    link/ether ${mac(call)} brd ff:ff:ff:ff:ff:ff\n${shows ? `    inet ${address}/16 brd ${address.split('.').slice(0, 2).join('.')}.255.255 scope global eth0\n       valid_lft forever preferred_lft forever\n` : ''}`,
    );
  return { kind: 'exit', code: 0 };
};
