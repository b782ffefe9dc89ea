import { own } from '../../kernel/own';
import type { FileEntry } from '../filesystem';
import { nameOf } from '../files/path';
import type { HostData } from '../host';

/** Functions of busybox of whose use the catalogue says nothing. */
const UNTOLD = 'ash clear echo egrep false fgrep nohup pgrep pkill printenv printf sh test true';
const untold = new Set(UNTOLD.split(' '));

/** Functions whose behaviour has another name here. */
const behaviours: Readonly<Record<string, string>> = { sh: 'ash', httpd: 'busybox-httpd' };

/**
 * The name of the behaviour that an entry has when it is run by a path: busybox is what it is called there, if that is one of its functions (libbb/appletlib.c), every other program what it is
 * by itself.
 */
export function behaviourOf(
  { program }: Extract<FileEntry, { kind: 'program' }>,
  path: string,
  { busybox }: HostData,
): string {
  const name = nameOf(path);
  if (program !== 'busybox' || !isFunction(name, busybox.usages)) return program;
  return own(behaviours, name) ?? name;
}

function isFunction(name: string, usages: HostData['busybox']['usages']): boolean {
  return untold.has(name) || own(usages, name) !== undefined;
}
