/** What `ctrl-` may stand before (moby/term ascii.go ASCII). */
const CONTROL = /^ctrl-[@a-z[\\\]^_]$/;

/** Can a terminal tell these keys, `ctrl-p,ctrl-q`? Empty is what is usual (moby/term ascii.go ToBytes). */
export function areDetachKeys(keys: string): boolean {
  if (keys === '') return true;
  return keys.split(',').every((key) => key.length === 1 || key === 'DEL' || CONTROL.test(key));
}
