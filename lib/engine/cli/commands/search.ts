import { membersOf, numberOf, textOf } from '../../api/read-json';
import { command, one } from '../command';
import { printListing } from '../format';
import { credentialsFor } from './credentials';
import { filtersQuery } from './filters';
import { truncate } from './truncate';

const HEADERS = {
  Name: 'NAME',
  Description: 'DESCRIPTION',
  StarCount: 'STARS',
  IsOfficial: 'OFFICIAL',
};

/** The registry that a search term names: its first part when that can be a host (moby registry/search.go splitReposSearchTerm). */
function hostOf(term: string): string {
  const [first = '', ...rest] = term.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}

export const search = command(one, (client, flags) => {
  const [term = ''] = flags.args;
  const filters = filtersQuery(flags);
  const limit = flags.number('limit');
  if (flags.list('filter').some((text) => text.startsWith('is-automated=')))
    client.error(
      'WARNING: the "is-automated" filter is deprecated, and searching for "is-automated=true" will not yield any results in future.\n',
    );
  const json = client.json({
    method: 'GET',
    path: '/images/search',
    query: {
      term,
      ...(limit > 0 ? { limit: String(limit) } : {}),
      ...(filters === undefined ? {} : { filters }),
    },
    headers: credentialsFor(client, hostOf(term)),
  });
  const trunc = !flags.bool('no-trunc');
  const format = flags.string('format');
  const asJson = format === 'json' || /\{\{\s*json\b/.test(format);
  const rows = (Array.isArray(json) ? json : []).map((entry) => {
    const found = membersOf(entry);
    const description = textOf(found['description']).replaceAll(/[\n\r]/g, ' ');
    const official = found['is_official'] === true;
    return {
      Name: textOf(found['name']),
      Description: trunc ? truncate(description, 45) : description,
      StarCount: String(numberOf(found['star_count'])),
      IsOfficial: asJson ? String(official) : official ? '[OK]' : '',
    };
  });
  printListing(client, format, {
    type: '*registry.searchContext',
    headers: HEADERS,
    table: 'table {{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}',
    rows,
  });
  return 0;
});
