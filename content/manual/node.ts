import type { PageData } from '@/lib/engine';

/** The help of the commands of `node`; `index.ts` says where it comes from. */
export const nodePages = {
  'node demote': {
    usage: 'NODE [NODE...]',
    about: 'Demote one or more nodes from manager in the swarm',
    options: '',
  },
  'node inspect': {
    usage: '[OPTIONS] self|NODE [NODE...]',
    about: 'Display detailed information on one or more nodes',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates
      --pretty          Print the information in a human friendly format`,
  },
  'node ls': {
    usage: '[OPTIONS]',
    about: 'List nodes in the swarm',
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
  'node promote': {
    usage: 'NODE [NODE...]',
    about: 'Promote one or more nodes to manager in the swarm',
    options: '',
  },
  'node ps': {
    usage: '[OPTIONS] [NODE...]',
    about: 'List tasks running on one or more nodes, defaults to current node',
    options: `  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print tasks using a Go template
      --no-resolve      Do not map IDs to Names
      --no-trunc        Do not truncate output
  -q, --quiet           Only display task IDs`,
  },
  'node rm': {
    usage: '[OPTIONS] NODE [NODE...]',
    about: 'Remove one or more nodes from the swarm',
    options: '  -f, --force   Force remove a node from the swarm',
  },
  'node update': {
    usage: '[OPTIONS] NODE',
    about: 'Update a node',
    options: `      --availability string   Availability of the node ("active",
                              "pause", "drain")
      --label-add list        Add or update a node label ("key=value")
      --label-rm list         Remove a node label if exists
      --role string           Role of the node ("worker", "manager")`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
