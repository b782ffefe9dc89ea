/** What a key of a terminal means to whoever edits a line. */
export type KeyName =
  | 'enter'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'up'
  | 'down'
  | 'word-left'
  | 'word-right'
  | 'cut-to-end'
  | 'cut-to-start'
  | 'cut-word'
  | 'cut-word-ahead'
  | 'paste-cut'
  | 'clear'
  | 'interrupt'
  | 'end-of-input'
  | 'search'
  | 'cancel'
  | 'escape'
  | 'control-p'
  | 'control-q';

export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'key'; readonly name: KeyName };

/** Control characters and escape sequences as xterm sends them, by readline's meanings. */
const sequences: readonly (readonly [string, KeyName])[] = [
  ['\u001b[1;5D', 'word-left'],
  ['\u001b[1;3D', 'word-left'],
  ['\u001b[1;5C', 'word-right'],
  ['\u001b[1;3C', 'word-right'],
  ['\u001b[3~', 'delete'],
  ['\u001b[1~', 'home'],
  ['\u001b[4~', 'end'],
  ['\u001b[A', 'up'],
  ['\u001b[B', 'down'],
  ['\u001b[C', 'right'],
  ['\u001b[D', 'left'],
  ['\u001b[H', 'home'],
  ['\u001b[F', 'end'],
  ['\u001bOA', 'up'],
  ['\u001bOB', 'down'],
  ['\u001bOC', 'right'],
  ['\u001bOD', 'left'],
  ['\u001bOH', 'home'],
  ['\u001bOF', 'end'],
  ['\u001bb', 'word-left'],
  ['\u001bf', 'word-right'],
  ['\u001bd', 'cut-word-ahead'],
  ['\u001b\u007f', 'cut-word'],
  ['\u001b', 'escape'],
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\u007f', 'backspace'],
  ['\u0001', 'home'],
  ['\u0002', 'left'],
  ['\u0003', 'interrupt'],
  ['\u0004', 'end-of-input'],
  ['\u0005', 'end'],
  ['\u0006', 'right'],
  ['\u0007', 'cancel'],
  ['\u0008', 'backspace'],
  ['\u000b', 'cut-to-end'],
  ['\u000c', 'clear'],
  ['\u000e', 'down'],
  ['\u0010', 'control-p'],
  ['\u0011', 'control-q'],
  ['\u0012', 'search'],
  ['\u0015', 'cut-to-start'],
  ['\u0017', 'cut-word'],
  ['\u0019', 'paste-cut'],
];

const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;

/** Several characters that begin with no escape came by a paste: a tabulator among them is a blank there, and completes nothing. */
function asPasted(data: string): string {
  if (data.length === 1 || data.startsWith('\u001b')) return data;
  return data.replaceAll('\r\n', '\r').replaceAll('\t', ' ');
}

/** Reads what a terminal sends, in one piece: keys, or a pasted text of one line or more. What means nothing here is left out. */
export function readKeys(data: string): readonly Key[] {
  const keys: Key[] = [];
  let text = '';
  const closeText = () => {
    if (text !== '') keys.push({ kind: 'text', text });
    text = '';
  };
  let rest = asPasted(data);
  while (rest !== '') {
    const found = sequences.find(([sequence]) => rest.startsWith(sequence));
    if (found) {
      closeText();
      const [sequence, name] = found;
      const unknown = name === 'escape' ? /^\u001b[[O][0-9;]*[A-Za-z~]/.exec(rest) : null;
      if (unknown === null) keys.push({ kind: 'key', name });
      rest = rest.slice(unknown === null ? sequence.length : unknown[0].length);
      continue;
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const code = character.codePointAt(0) ?? 0;
    if (code >= FIRST_PRINTABLE && code !== DELETE) text += character;
    rest = rest.slice(character.length);
  }
  closeText();
  return keys;
}
