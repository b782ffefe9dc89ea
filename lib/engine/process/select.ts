import { own } from '../../kernel/own';
import { read } from './builtin-read';
import type { Instruction } from './instruction';
import type { OpenShell } from './open-shell';

/** How wide a terminal is taken to be, and how far its tabs reach. */
const COLUMNS = 80;
const TAB = 8;

/** The menu of `select`: its words with their numbers, in columns where they take more than one row (execute_cmd.c print_select_list). */
export function menuOf(items: readonly string[]): string {
  const digits = String(items.length).length;
  const width = Math.max(...items.map((item) => item.length)) + digits + 4;
  const fitting = Math.max(1, Math.floor(COLUMNS / width));
  const inColumns = Math.ceil(items.length / fitting);
  const rows = inColumns === 1 ? items.length : inColumns;
  let menu = '';
  for (let row = 0; row < rows; row++) {
    let place = 0;
    for (let index = row; index < items.length; index += rows) {
      const length = index === row ? String(rows).length : digits;
      const shown = `${String(index + 1).padStart(length)}) ${items[index] ?? ''}`;
      menu += shown;
      if (index + rows < items.length) menu += gap(place + shown.length, place + width);
      place += width;
    }
    menu += '\n';
  }
  return menu;
}

/** Blanks from one column to another, with tabs where they reach. */
function gap(from: number, to: number): string {
  let text = '';
  for (let at = from; at < to;) {
    const isTab = Math.floor(to / TAB) > Math.floor(at / TAB);
    text += isTab ? '\t' : ' ';
    at += isTab ? TAB - (at % TAB) : 1;
  }
  return text;
}

/** Shows the menu of `select`, where it has not been shown, and reads an answer. */
export function ask(
  shell: OpenShell,
  { exit }: Extract<Instruction, { readonly op: 'select-ask' }>,
): void {
  const { m } = shell;
  const frame = m.frames.at(-1);
  if (frame?.kind !== 'for') return;
  if (frame.items.length === 0) {
    m.at = exit;
    return;
  }
  if (frame.next === 0) {
    shell.write(m.streams.stderr, menuOf(frame.items));
    m.frames = [...m.frames.slice(0, -1), { ...frame, next: 1 }];
  }
  shell.write(m.streams.stderr, own(m.variables, 'PS3') ?? '#? ');
  const status = read(shell, [], m.streams);
  if (status !== null) m.status = status;
}

/** Takes the answer: the loop ends with the input, and after an empty line the menu is shown again. */
export function takeAnswer(
  shell: OpenShell,
  { variable, exit, again }: Extract<Instruction, { readonly op: 'select-take' }>,
): void {
  const { m } = shell;
  const frame = m.frames.at(-1);
  if (frame?.kind !== 'for') return;
  if (m.status !== 0) {
    shell.write(m.streams.stdout, '\n');
    m.status = 1;
    m.at = exit;
    return;
  }
  const reply = (own(m.variables, 'REPLY') ?? '').trim();
  if (reply === '') {
    m.frames = [...m.frames.slice(0, -1), { ...frame, next: 0 }];
    m.at = again;
    return;
  }
  const chosen = /^\d+$/.test(reply) ? frame.items[Number(reply) - 1] : undefined;
  shell.setVariable(variable, chosen ?? '');
}
