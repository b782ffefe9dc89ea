import { membersOf, textsOf } from '../../api/read-json';
import { command, segment, some } from '../command';
import { alignTabs } from '../table';

const COLUMN = 20;

export const top = command(
  some,
  (client, flags) => {
    const [name = '', ...args] = flags.args;
    const json = membersOf(
      client.json({
        method: 'GET',
        path: `/containers/${segment(name)}/top`,
        ...(args.length > 0 ? { query: { ps_args: args.join(' ') } } : {}),
      }),
    );
    const processes: readonly unknown[] = Array.isArray(json['Processes']) ? json['Processes'] : [];
    const rows = [json['Titles'], ...processes].map(textsOf);
    client.out(alignTabs(rows.map((row) => `${row.join('\t')}\n`).join(''), COLUMN));
    return 0;
  },
  false,
);
