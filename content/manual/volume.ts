import type { PageData } from '@/lib/engine';

/** The help of the commands of `volume`; `index.ts` says where it comes from. */
export const volumePages = {
  'volume create': {
    usage: '[OPTIONS] [VOLUME]',
    about: 'Create a volume',
    options: `  -d, --driver string   Specify volume driver name (default "local")
      --label list      Set metadata for a volume
  -o, --opt map         Set driver specific options (default map[])`,
  },
  'volume inspect': {
    usage: '[OPTIONS] VOLUME [VOLUME...]',
    about: 'Display detailed information on one or more volumes',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates`,
  },
  'volume ls': {
    usage: '[OPTIONS]',
    about: 'List volumes',
    options: `  -f, --filter filter   Provide filter values (e.g. "dangling=true")
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
  -q, --quiet           Only display volume names`,
  },
  'volume prune': {
    usage: '[OPTIONS]',
    about: 'Remove unused local volumes',
    options: `  -a, --all             Remove all unused volumes, not just anonymous ones
      --filter filter   Provide filter values (e.g. "label=<label>")
  -f, --force           Do not prompt for confirmation`,
  },
  'volume update': {
    usage: '[OPTIONS] [VOLUME]',
    about: 'Update a volume (cluster volumes only)',
    options: '',
  },
  'volume rm': {
    usage: '[OPTIONS] VOLUME [VOLUME...]',
    about: 'Remove one or more volumes. You cannot remove a volume that is in use by a container.',
    options: `  -f, --force   Force the removal of one or more volumes`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
