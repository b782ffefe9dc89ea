import { accountPrograms } from './accounts';
import type { Program } from '../program';
import { awk } from './awk';
import { base64 } from './base64';
import { busybox } from './busybox';
import { cat, tac } from './cat';
import { checksumPrograms } from './checksum';
import { chmod } from './chmod';
import { chown } from './chown';
import { column, nl, paste } from './columns-of-text';
import { comm } from './comm';
import { cmp } from './compare-files';
import { cp, mv } from './copy';
import { curl } from './curl';
import { date } from './date';
import { diff } from './diff';
import { dd } from './dd';
import { df } from './df';
import { du } from './du';
import { hexdump, od } from './dump-bytes';
import { echo, printf } from './echo';
import { env, nohup, printenv } from './env';
import { expr } from './expr';
import { factor } from './factor';
import { find } from './find';
import { fold } from './fold';
import { cowsay, hello } from './greetings';
import { grep } from './grep';
import { gunzip, gzip, zcat } from './gzip';
import { head, tail } from './head-tail';
import { groups, id, whoami } from './identity';
import { install } from './install';
import { ifconfig, ip, route } from './interfaces';
import { cut } from './cut';
import { rev, uniq } from './lines';
import { sort } from './sort';
import { readlink, realpath } from './links';
import { ln } from './ln';
import { ls } from './ls';
import { clear, free, hostname, mount, nproc, pwd, tty, uname, uptime, which } from './machine';
import { mkdir } from './mkdir';
import { netstat } from './netstat';
import { nc, nslookup, ping } from './network';
import { packagePrograms } from './packages';
import { mktemp } from './mktemp';
import { basename, dirname } from './path-names';
import { kill, killall, pidof, top } from './processes';
import { ps } from './ps';
import { rm, rmdir } from './rm';
import { sed } from './sed';
import { seq } from './seq';
import { serverPrograms } from './servers';
import { shellPrograms } from './shells';
import { shuf } from './shuf';
import { sleep } from './sleep';
import { split } from './split';
import { stat } from './stat';
import { expand, unexpand } from './tab-stops';
import { su } from './su';
import { sudo } from './sudo';
import { tar } from './tar';
import { tee } from './tee';
import { test } from './test';
import { timeout } from './timeout';
import { touch } from './touch';
import { tr } from './tr';
import { tree } from './tree';
import { truncate } from './truncate';
import { wc } from './wc';
import { wget } from './wget';
import { xargs } from './xargs';
import { xxd } from './xxd';
import { yes } from './yes';

const small: Readonly<Record<string, Program>> = {
  arch: (call) => uname({ ...call, argv: ['uname', '-m'] }),
  awk,
  base64,
  basename,
  busybox,
  cat,
  chgrp: chown,
  chmod,
  chown,
  clear,
  cmp,
  column,
  comm,
  cowsay,
  cp,
  curl,
  cut,
  date,
  dd,
  df,
  diff,
  dirname,
  du,
  echo,
  egrep: grep,
  env,
  expand,
  expr,
  factor,
  false: () => ({ kind: 'exit', code: 1 }),
  fgrep: grep,
  find,
  fold,
  free,
  grep,
  groups,
  gunzip,
  gzip,
  head,
  hello,
  hexdump,
  hostname,
  id,
  ifconfig,
  install,
  ip,
  kill,
  killall,
  less: cat,
  ln,
  ls,
  mkdir,
  mktemp,
  more: cat,
  mount,
  mv,
  nc,
  netstat,
  nl,
  nohup,
  nproc,
  nslookup,
  od,
  paste,
  pgrep: pidof,
  pidof,
  ping,
  pkill: killall,
  printenv,
  printf,
  ps,
  pwd,
  readlink,
  realpath,
  rev,
  rm,
  rmdir,
  route,
  sed,
  seq,
  shuf,
  sleep,
  sort,
  split,
  stat,
  su,
  sudo,
  sync: () => ({ kind: 'exit', code: 0 }),
  tac,
  tail,
  tar,
  tee,
  test,
  timeout,
  top,
  touch,
  tr,
  tree,
  true: () => ({ kind: 'exit', code: 0 }),
  truncate,
  tty,
  uname,
  unexpand,
  uniq,
  uptime,
  wc,
  wget,
  which,
  whoami,
  xargs,
  xxd,
  yes,
  zcat,
};

/** Every simulated program by the name that the catalogue's files give. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...Object.entries(small),
  ...Object.entries(checksumPrograms),
  ...Object.entries(accountPrograms),
  ...Object.entries(packagePrograms),
  ...Object.entries(serverPrograms),
  ...Object.entries(shellPrograms),
]);
