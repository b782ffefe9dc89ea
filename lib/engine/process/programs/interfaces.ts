import type { Card } from '../../network/cards';
import type { Program, ProgramCall } from '../program';
import { fail, isBusybox, optionsOf } from './options';
import { tellUsage } from './usage';

const FOREVER = 'valid_lft forever preferred_lft forever';

/** An address with the bits behind `bits` all 0 or all 1. */
function edge(address: string, bits: number, last: boolean): string {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bits);
  const first = Math.floor(value / size) * size;
  return dotted(last ? first + size - 1 : first);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

function maskOf(bits: number): string {
  return dotted(2 ** 32 - 2 ** (32 - bits));
}

/** A card in the words of `ip`: what it is, and its addresses. */
interface Shown {
  readonly index: number;
  readonly name: string;
  readonly head: string;
  readonly link: string;
  readonly inet: readonly string[];
}

function shownCards(call: ProgramCall): readonly Shown[] {
  const cards = call.host.cards();
  const loopback: Shown = {
    index: 1,
    name: 'lo',
    head: 'lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000',
    link: 'link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
    inet: [
      'inet 127.0.0.1/8 scope host lo',
      ...(cards.length > 0 ? [] : ['inet6 ::1/128 scope host ']),
    ],
  };
  const others = cards.map(({ name, address, bits, mac, mtu }, at): Shown => ({
    index: at + 2,
    name,
    head: `${name}@if${at + 5}: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu ${mtu} qdisc noqueue `,
    link: `link/ether ${mac} brd ff:ff:ff:ff:ff:ff`,
    inet: [`inet ${address}/${bits} brd ${edge(address, bits, true)} scope global ${name}`],
  }));
  return [loopback, ...others];
}

/** `ip addr`, `ip route`, `ip link`: what is inside a container's network namespace. */
export const ip: Program = (call) => {
  const flags = call.argv.slice(1).filter((arg) => arg.startsWith('-'));
  const [what = '', ...words] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  if (/^r/.test(what)) {
    for (const line of routesOf(call.host.cards())) call.out(`${line}\n`);
    return { kind: 'exit', code: 0 };
  }
  if (!/^(?:a|l)/.test(what)) {
    if (isBusybox(call)) tellUsage(call);
    else call.error('Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n');
    return { kind: 'exit', code: isBusybox(call) ? 1 : 255 };
  }
  const wanted = words.find((word) => !/^(?:show|list|ls|sh|s|l|dev)$/.test(word));
  const cards = shownCards(call).filter(({ name }) => wanted === undefined || name === wanted);
  if (cards.length === 0) return fail(call, `can't find device '${wanted ?? ''}'`);
  const four = flags.includes('-4');
  const oneLine = flags.includes('-o');
  for (const { index, name, head, link, inet } of cards) {
    const shown = what.startsWith('a')
      ? inet.filter((line) => !four || !line.startsWith('inet6'))
      : [];
    if (oneLine && what.startsWith('a')) {
      for (const line of shown) call.out(`${index}: ${name}    ${line}\\       ${FOREVER}\n`);
      continue;
    }
    call.out(`${index}: ${head}\n`);
    if (!four || !what.startsWith('a')) call.out(`    ${link}\n`);
    for (const line of shown) call.out(`    ${line}\n       ${FOREVER}\n`);
  }
  return { kind: 'exit', code: 0 };
};

function routesOf(cards: readonly Card[]): readonly string[] {
  const out = cards.find(({ isDefault }) => isDefault);
  return [
    ...(out ? [`default via ${out.gateway} dev ${out.name} `] : []),
    ...cards.map(
      ({ name, address, bits }) =>
        `${edge(address, bits, false)}/${bits} dev ${name} scope link  src ${address} `,
    ),
  ];
}

/** `ifconfig [CARD]`; nothing has gone through a card yet. */
export const ifconfig: Program = (call) => {
  const [wanted] = optionsOf(call).operands;
  const cards = call.host.cards().filter(({ name }) => wanted === undefined || name === wanted);
  const loopback = wanted === undefined || wanted === 'lo';
  if (cards.length === 0 && !loopback)
    return fail(call, `${wanted}: error fetching interface information: Device not found`);
  const figures = (queue: string): string =>
    `          RX packets:0 errors:0 dropped:0 overruns:0 frame:0\n          TX packets:0 errors:0 dropped:0 overruns:0 carrier:0\n          collisions:0 txqueuelen:${queue} \n          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n`;
  for (const { name, address, bits, mac, mtu } of cards)
    call.out(
      `${name.padEnd(10)}Link encap:Ethernet  HWaddr ${mac.toUpperCase()}  \n          inet addr:${address}  Bcast:${edge(address, bits, true)}  Mask:${maskOf(bits)}\n          UP BROADCAST RUNNING MULTICAST  MTU:${mtu}  Metric:1\n${figures('0')}`,
    );
  if (loopback)
    call.out(
      `lo        Link encap:Local Loopback  \n          inet addr:127.0.0.1  Mask:255.0.0.0\n${call.host.cards().length > 0 ? '' : '          inet6 addr: ::1/128 Scope:Host\n'}          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n${figures('1000')}`,
    );
  return { kind: 'exit', code: 0 };
};

/**
 * The rows of the table of routes: where to, by whom, through which card. Without `-n` an address of zeros has a name; nobody knows names of others.
 *
 * @param figures what stands between the flags and the card
 */
export function routeRows(call: ProgramCall, numeric: boolean, figures: string): readonly string[] {
  const row = (to: string, by: string, mask: string, flags: string, name: string): string =>
    `${to.padEnd(16)}${by.padEnd(16)}${mask.padEnd(16)}${flags.padEnd(6)}${figures} ${name}\n`;
  const cards = call.host.cards();
  const out = cards.find(({ isDefault }) => isDefault);
  const [everywhere, directly] = numeric ? ['0.0.0.0', '0.0.0.0'] : ['default', '*'];
  return [
    ...(out ? [row(everywhere, out.gateway, '0.0.0.0', 'UG', out.name)] : []),
    ...cards.map(({ name, address, bits }) =>
      row(edge(address, bits, false), directly, maskOf(bits), 'U', name),
    ),
  ];
}

/** `route [-n]` */
export const route: Program = (call) => {
  call.out(
    'Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n',
  );
  const numeric = optionsOf(call).has('n');
  for (const row of routeRows(call, numeric, '0      0        0')) call.out(row);
  return { kind: 'exit', code: 0 };
};
