import { own } from '../../../kernel/own';
import type { ProgramCall } from '../program';
import { findPackage } from './packages/store';
import { releaseWord } from './release';

/** The version of a web server that comes from a distribution's package, with what it calls that distribution, by `ID`: `2.4.52 (Ubuntu)`; `''` where there is no such package. */
export function packagedVersion(
  call: ProgramCall,
  name: string,
  systems: Readonly<Record<string, string>>,
): string {
  const version = /^(?:\d+:)?([\d.]+)/.exec(findPackage(call, name)?.version ?? '')?.[1];
  const system = own(systems, releaseWord(call, 'ID'));
  return version === undefined ? '' : system === undefined ? version : `${version} (${system})`;
}
