import { textOfEntry } from '../input';
import type { ProgramCall } from '../../program';

/** A package without files of its own, made by `apk add --virtual` so that what it needs can be removed together. */
interface Virtual {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly string[];
}

const INSTALLED = '/lib/apk/db/installed';

function entriesOf({ host }: ProgramCall): readonly string[] {
  const file = host.files.get(INSTALLED);
  return (file ? textOfEntry(file) : '').split('\n\n').filter((entry) => entry !== '');
}

function keep({ host }: ProgramCall, entries: readonly string[]): void {
  const text = entries.map((entry) => `${entry}\n\n`).join('');
  host.files.put(INSTALLED, { kind: 'text', text });
}

/** The moment as apk writes it in the place of a version: `20240726.181500`. */
export function virtualVersion({ host }: ProgramCall): string {
  const [day = '', time = ''] = new Date(host.now).toISOString().split('T');
  return `${day.replaceAll('-', '')}.${time.slice(0, 8).replaceAll(':', '')}`;
}

/** Notes a virtual package in apk's database. */
export function makeVirtual(call: ProgramCall, { name, version, needs }: Virtual): void {
  const others = entriesOf(call).filter((entry) => !entry.startsWith(`P:${name}\n`));
  keep(call, [...others, `P:${name}\nV:${version}\nD:${needs.join(' ')}`]);
}

/** Takes a virtual package out of apk's database; null where there is none of that name. */
export function removeVirtual(call: ProgramCall, name: string): Virtual | null {
  const entries = entriesOf(call);
  const entry = entries.find((each) => each.startsWith(`P:${name}\n`));
  if (entry === undefined) return null;
  keep(
    call,
    entries.filter((each) => each !== entry),
  );
  const [, version = '', needs = ''] = /^P:.*\nV:(.*)\nD:(.*)$/.exec(entry) ?? [];
  return { name, version, needs: needs.split(' ').filter((word) => word !== '') };
}
