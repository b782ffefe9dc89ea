import { formatTime } from '../time';

let second = NaN;
let stamp = '';

/** The moment as nginx writes it in its log, to the second: `2026/01/15 09:00:00`. A program writes many lines within one: the last stamp is remembered. */
export function logStamp(now: number): string {
  const wanted = Math.floor(now / 1000);
  if (wanted === second) return stamp;
  const iso = formatTime(wanted * 1000);
  second = wanted;
  stamp = `${iso.slice(0, 4)}/${iso.slice(5, 7)}/${iso.slice(8, 10)} ${iso.slice(11, 19)}`;
  return stamp;
}

/** What PostgreSQL writes before each line of its log: `2026-01-15 09:00:00.000 UTC [1] LOG:  `. */
export function postgresStamp(now: number, pid: number): string {
  return `${formatTime(now).slice(0, 23).replace('T', ' ')} UTC [${pid}] LOG:  `;
}
