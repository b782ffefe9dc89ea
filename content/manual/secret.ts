import type { PageData } from '@/lib/engine';

/** The help of the commands of `secret`; `index.ts` says where it comes from. */
export const secretPages = {
  'secret create': {
    usage: '[OPTIONS] SECRET [file|-]',
    about: 'Create a secret from a file or STDIN as content',
    options: `  -d, --driver string            Secret driver
  -l, --label list               Secret labels
      --template-driver string   Template driver`,
  },
  'secret inspect': {
    usage: '[OPTIONS] SECRET [SECRET...]',
    about: 'Display detailed information on one or more secrets',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
      --pretty          Print the information in a human friendly format`,
  },
  'secret ls': {
    usage: '[OPTIONS]',
    about: 'List secrets',
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
  'secret rm': {
    usage: 'SECRET [SECRET...]',
    about: 'Remove one or more secrets',
    options: '',
  },
} as const satisfies Readonly<Record<string, PageData>>;
