import type { Program } from '../../program';
import { complain } from '../options';
import { apk } from './apk';
import { apt } from './apt';
import { git } from './git';
import { yum } from './yum';

/** A program that a package brings and that does nothing here: it says so. */
const unsimulated: Program = (call) => {
  complain(call, 'this program is not simulated here');
  return { kind: 'exit', code: 1 };
};

/** The package managers, and what only packages bring. */
export const packagePrograms: Readonly<Record<string, Program>> = {
  'apt-get': apt,
  apk,
  yum,
  git,
  unsimulated,
};
