import type { PageData } from '@/lib/engine';

/** The help of the commands of `plugin`; `index.ts` says where it comes from. */
export const pluginPages = {
  'plugin create': {
    usage: '[OPTIONS] PLUGIN PLUGIN-DATA-DIR',
    about:
      'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.',
    options: `      --compress   Compress the context using gzip`,
  },
  'plugin disable': {
    usage: '[OPTIONS] PLUGIN',
    about: 'Disable a plugin',
    options: `  -f, --force   Force the disable of an active plugin`,
  },
  'plugin enable': {
    usage: '[OPTIONS] PLUGIN',
    about: 'Enable a plugin',
    options: `      --timeout int   HTTP client timeout (in seconds) (default 30)`,
  },
  'plugin inspect': {
    usage: '[OPTIONS] PLUGIN [PLUGIN...]',
    about: 'Display detailed information on one or more plugins',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates`,
  },
  'plugin install': {
    usage: '[OPTIONS] PLUGIN [KEY=VALUE...]',
    about: 'Install a plugin',
    options: `      --alias string            Local name for plugin
      --disable                 Do not enable the plugin on install
      --disable-content-trust   Skip image verification (default true)
      --grant-all-permissions   Grant all permissions necessary to run
                                the plugin`,
  },
  'plugin ls': {
    usage: '[OPTIONS]',
    about: 'List plugins',
    options: `  -f, --filter filter   Provide filter values (e.g. "enabled=true")
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
      --no-trunc        Don't truncate output
  -q, --quiet           Only display plugin IDs`,
  },
  'plugin push': {
    usage: '[OPTIONS] PLUGIN[:TAG]',
    about: 'Push a plugin to a registry',
    options: `      --disable-content-trust   Skip image signing (default true)`,
  },
  'plugin rm': {
    usage: '[OPTIONS] PLUGIN [PLUGIN...]',
    about: 'Remove one or more plugins',
    options: `  -f, --force   Force the removal of an active plugin`,
  },
  'plugin set': {
    usage: 'PLUGIN KEY=VALUE [KEY=VALUE...]',
    about: 'Change settings for a plugin',
    options: '',
  },
  'plugin upgrade': {
    usage: '[OPTIONS] PLUGIN [REMOTE]',
    about: 'Upgrade an existing plugin',
    options: `      --disable-content-trust   Skip image verification (default true)
      --grant-all-permissions   Grant all permissions necessary to run
                                the plugin
      --skip-remote-check       Do not check if specified remote plugin
                                matches existing plugin image`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
