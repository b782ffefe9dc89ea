import type { ProgramCall } from '../../program';
import type { Options } from '../options';
import { releaseWord } from '../release';

/** The long options of `adduser`, `addgroup`, `deluser` and `delgroup`, by a letter for each. */
export const LONG = {
  'allow-bad-names': 'B',
  'allow-badname': 'B',
  conf: 'c',
  'disabled-login': 'D',
  'disabled-password': 'D',
  'force-badname': 'B',
  gecos: 'e',
  comment: 'e',
  gid: 'g',
  group: 'G',
  home: 'h',
  ingroup: 'i',
  'no-create-home': 'H',
  quiet: 'q',
  'remove-all-files': 'R',
  'remove-home': 'R',
  backup: 'R',
  shell: 's',
  system: 'S',
  uid: 'u',
};

/** How an `adduser` of Debian's family tells and does it: version 3.134 of Debian 12, or an older one as in Ubuntu 22.04. */
export class Telling {
  readonly isRecent: boolean;
  private readonly quiet: boolean;
  constructor(
    private readonly call: ProgramCall,
    options: Options,
  ) {
    this.isRecent =
      releaseWord(call, 'ID') === 'debian' && Number(releaseWord(call, 'VERSION_ID')) >= 12;
    this.quiet = options.has('q');
  }

  say(...lines: readonly string[]): void {
    if (!this.quiet) this.call.out(lines.map((line) => `${line}\n`).join(''));
  }
}
