import type { Program } from '../../program';
import { isBusybox } from '../options';
import * as busybox from './busybox';
import { adduser } from './adduser';
import { deluser } from './deluser';
import { groupadd, groupdel, groupmod } from './groups';
import { chpasswd, getent, passwd } from './passwords';
import { useradd } from './useradd';
import { userdel, usermod } from './usermod';

/** The same name for two programs: busybox's, and that of Debian's package. */
function either(ofBusybox: Program, ofDebian: Program): Program {
  return (call) => (isBusybox(call) ? ofBusybox : ofDebian)(call);
}

/** What makes, changes and removes users and groups. */
export const accountPrograms: Readonly<Record<string, Program>> = {
  addgroup: either(busybox.addgroup, adduser),
  adduser: either(busybox.adduser, adduser),
  chpasswd,
  delgroup: either(busybox.delgroup, deluser),
  deluser: either(busybox.deluser, deluser),
  getent,
  groupadd,
  groupdel,
  groupmod,
  passwd,
  useradd,
  userdel,
  usermod,
};
