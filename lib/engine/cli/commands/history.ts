import { membersOf, numberOf, textOf } from '../../api/read-json';
import { humanAgo, humanSizeWithPrecision } from '../humanize';
import { command, one, segment } from '../command';
import { printListing } from '../format';
import { platformQuery } from './save';
import { shortImageId, truncate } from './truncate';

const HEADERS = {
  ID: 'IMAGE',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  CreatedBy: 'CREATED BY',
  Size: 'SIZE',
  Comment: 'COMMENT',
};

/** Before this a date is not told in human units. */
const EPOCH = Date.UTC(2000, 0, 1);

export const history = command(one, (client, flags) => {
  const json = client.json({
    method: 'GET',
    path: `/images/${segment(flags.args[0] ?? '')}/history`,
    query: platformQuery(flags.string('platform')),
  });
  const trunc = !flags.bool('no-trunc');
  const human = flags.bool('human');
  const rows = (Array.isArray(json) ? json : []).map((entry) => {
    const step = membersOf(entry);
    const created = numberOf(step['Created']) * 1000;
    const by = textOf(step['CreatedBy']).replaceAll('\t', ' ');
    const at = new Date(created).toISOString().replace('.000Z', 'Z');
    return {
      ID: trunc ? shortImageId(textOf(step['Id'])) : textOf(step['Id']),
      CreatedSince: !human ? at : created <= EPOCH ? 'N/A' : humanAgo(created, client.now),
      CreatedAt: at,
      CreatedBy: trunc ? truncate(by, 45) : by,
      Size: human
        ? humanSizeWithPrecision(numberOf(step['Size']), 3)
        : String(numberOf(step['Size'])),
      Comment: textOf(step['Comment']),
    };
  });
  const format = flags.string('format');
  const isTable = format === '' || format === 'table';
  printListing(client, flags.bool('quiet') && isTable ? '{{.ID}}' : format, {
    type: '*image.historyContext',
    headers: HEADERS,
    table: `table {{.ID}}\t{{.${human ? 'CreatedSince' : 'CreatedAt'}}}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}`,
    rows,
  });
  return 0;
});
