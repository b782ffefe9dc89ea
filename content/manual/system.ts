import type { PageData } from '@/lib/engine';

/** The help of the commands of `system`; `index.ts` says where it comes from. */
export const systemPages = {
  events: {
    usage: '[OPTIONS]',
    about: 'Get real time events from the server',
    options: `  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
      --since string    Show all events created since timestamp
      --until string    Stream events until this timestamp`,
  },
  info: {
    usage: '[OPTIONS]',
    about: 'Display system-wide information',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates`,
  },
  inspect: {
    usage: '[OPTIONS] NAME|ID [NAME|ID...]',
    about: 'Return low-level information on Docker objects',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
  -s, --size            Display total file sizes if the type is container
      --type string     Only inspect objects of the given type`,
  },
  'system df': {
    usage: '[OPTIONS]',
    about: 'Show docker disk usage',
    options: `      --format string   Format output using a custom template:
                        'table':            Print output in table format
                        with column headers (default)
                        'table TEMPLATE':   Print output in table format
                        using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
  -v, --verbose         Show detailed information on space usage`,
  },
  'system prune': {
    usage: '[OPTIONS]',
    about: 'Remove unused data',
    options: `  -a, --all             Remove all unused images not just dangling ones
      --filter filter   Provide filter values (e.g. "label=<key>=<value>")
  -f, --force           Do not prompt for confirmation
      --volumes         Prune anonymous volumes`,
  },
  version: {
    usage: '[OPTIONS]',
    about: 'Show the Docker version information',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
