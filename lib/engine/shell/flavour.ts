/** busybox's ash (alpine, busybox images), dash (`sh` of debian and ubuntu), bash (the host). */
export type ShellFlavour = 'ash' | 'dash' | 'bash';
