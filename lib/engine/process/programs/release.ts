import { own } from '../../../kernel/own';
import type { ProgramCall } from '../program';

/** Distributions whose packages are told of. */
export type Family = 'ubuntu' | 'debian' | 'alpine' | 'rhel';

const FAMILIES: Readonly<Record<string, Family>> = {
  almalinux: 'rhel',
  alpine: 'alpine',
  centos: 'rhel',
  debian: 'debian',
  ol: 'rhel',
  rocky: 'rhel',
  ubuntu: 'ubuntu',
};

/** A word of `/etc/os-release`, `''` where it is not there. */
export function releaseWord({ host }: ProgramCall, key: 'ID' | 'VERSION_ID'): string {
  const file = host.files.get('/etc/os-release');
  const text = file?.kind === 'text' ? file.text : '';
  return new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(text)?.[1] ?? '';
}

/** The distribution in which a program runs; undefined for any other and where there is none. */
export function familyOf(call: ProgramCall): Family | undefined {
  return own(FAMILIES, releaseWord(call, 'ID'));
}
