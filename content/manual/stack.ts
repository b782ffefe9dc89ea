import type { PageData } from '@/lib/engine';

/** The help of the commands of `stack`; `index.ts` says where it comes from. */
export const stackPages = {
  'stack config': {
    usage: '[OPTIONS]',
    about: 'Outputs the final config file, after doing merges and interpolations',
    options: `  -c, --compose-file strings   Path to a Compose file, or "-" to read
                               from stdin
      --skip-interpolation     Skip interpolation and output only merged
                               config`,
  },
  'stack deploy': {
    usage: '[OPTIONS] STACK',
    about: 'Deploy a new stack or update an existing stack',
    options: `  -c, --compose-file strings   Path to a Compose file, or "-" to read
                               from stdin
  -d, --detach                 Exit immediately instead of waiting for
                               the stack services to converge (default true)
      --prune                  Prune services that are no longer referenced
  -q, --quiet                  Suppress progress output
      --resolve-image string   Query the registry to resolve image digest
                               and supported platforms ("always",
                               "changed", "never") (default "always")
      --with-registry-auth     Send registry authentication details to
                               Swarm agents`,
  },
  'stack ls': {
    usage: '[OPTIONS]',
    about: 'List stacks',
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
                        templates`,
  },
  'stack ps': {
    usage: '[OPTIONS] STACK',
    about: 'List the tasks in the stack',
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
      --no-resolve      Do not map IDs to Names
      --no-trunc        Do not truncate output
  -q, --quiet           Only display task IDs`,
  },
  'stack rm': {
    usage: '[OPTIONS] STACK [STACK...]',
    about: 'Remove one or more stacks',
    options: '  -d, --detach   Do not wait for stack removal (default true)',
  },
  'stack services': {
    usage: '[OPTIONS] STACK',
    about: 'List the services in the stack',
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
} as const satisfies Readonly<Record<string, PageData>>;
