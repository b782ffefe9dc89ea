/** A day and a time as a list shows them: of 24 hours, because what Korean calls the halves of a day depends on the browser. */
export const momentFormat = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
