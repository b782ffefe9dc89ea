import { membersOf, textsOf } from '../../api/read-json';
import { command, segment, some } from '../command';
import { helpTexts } from '../help/texts';

const COLUMN = 20;

export const top = command(
  helpTexts.top,
  some,
  (client, flags) => {
    const json = membersOf(
      client.json({ method: 'GET', path: `/containers/${segment(flags.args[0] ?? '')}/top` }),
    );
    const processes: readonly unknown[] = Array.isArray(json['Processes']) ? json['Processes'] : [];
    const rows = [json['Titles'], ...processes].map(textsOf);
    for (const row of rows)
      client.out(
        `${row.map((cell, index) => (index < row.length - 1 ? cell.padEnd(COLUMN) : cell)).join('')}\n`,
      );
    return 0;
  },
  false,
);
