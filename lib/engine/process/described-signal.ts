/** What a signal that has ended a process is called (glibc strsignal). */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  HUP: 'Hangup',
  INT: 'Interrupt',
  QUIT: 'Quit',
  ABRT: 'Aborted',
  KILL: 'Killed',
  USR1: 'User defined signal 1',
  SEGV: 'Segmentation fault',
  USR2: 'User defined signal 2',
  PIPE: 'Broken pipe',
  ALRM: 'Alarm clock',
  TERM: 'Terminated',
};

export function describedSignal(signal: string): string {
  return DESCRIPTIONS[signal] ?? `Unknown signal ${signal}`;
}
