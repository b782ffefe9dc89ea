import type { PageData } from '@/lib/engine';

/** The help of the commands of `config`; `index.ts` says where it comes from. */
export const configPages = {
  'config create': {
    usage: '[OPTIONS] CONFIG file|-',
    about: 'Create a config from a file or STDIN',
    options: `  -l, --label list               Config labels
      --template-driver string   Template driver`,
  },
  'config inspect': {
    usage: '[OPTIONS] CONFIG [CONFIG...]',
    about: 'Display detailed information on one or more configs',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
      --pretty          Print the information in a human friendly format`,
  },
  'config ls': {
    usage: '[OPTIONS]',
    about: 'List configs',
    options: `  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
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
  -q, --quiet           Only display IDs`,
  },
  'config rm': {
    usage: 'CONFIG [CONFIG...]',
    about: 'Remove one or more configs',
    options: '',
  },
} as const satisfies Readonly<Record<string, PageData>>;
