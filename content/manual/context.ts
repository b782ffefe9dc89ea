import type { PageData } from '@/lib/engine';

/** The help of the commands of `context`; `index.ts` says where it comes from. */
export const contextPages = {
  'context create': {
    usage: '[OPTIONS] CONTEXT',
    about: `Create a context

Docker endpoint config:

NAME                DESCRIPTION
from                Copy named context's Docker endpoint configuration
host                Docker endpoint on which to connect
ca                  Trust certs signed only by this CA
cert                Path to TLS certificate file
key                 Path to TLS key file
skip-tls-verify     Skip TLS certificate validation

Example:

$ docker context create my-context --description "some description" --docker "host=tcp://myserver:2376,ca=~/ca-file,cert=~/cert-file,key=~/key-file"`,
    options: `      --description string      Description of the context
      --docker stringToString   set the docker endpoint (default [])
      --from string             create context from a named context`,
  },
  'context export': {
    usage: '[OPTIONS] CONTEXT [FILE|-]',
    about: 'Export a context to a tar archive FILE or a tar stream on STDOUT.',
    options: '',
  },
  'context import': {
    usage: 'CONTEXT FILE|-',
    about: 'Import a context from a tar or zip file',
    options: '',
  },
  'context inspect': {
    usage: '[OPTIONS] [CONTEXT] [CONTEXT...]',
    about: 'Display detailed information on one or more contexts',
    options: `  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given
                        Go template.
                        Refer to https://docs.docker.com/go/formatting/
                        for more information about formatting output with
                        templates`,
  },
  'context ls': {
    usage: '[OPTIONS]',
    about: 'List contexts',
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
  -q, --quiet           Only show context names`,
  },
  'context rm': {
    usage: 'CONTEXT [CONTEXT...]',
    about: 'Remove one or more contexts',
    options: `  -f, --force   Force the removal of a context in use`,
  },
  'context show': {
    usage: '',
    about: 'Print the name of the current context',
    options: '',
  },
  'context update': {
    usage: '[OPTIONS] CONTEXT',
    about: `Update a context

Docker endpoint config:

NAME                DESCRIPTION
from                Copy named context's Docker endpoint configuration
host                Docker endpoint on which to connect
ca                  Trust certs signed only by this CA
cert                Path to TLS certificate file
key                 Path to TLS key file
skip-tls-verify     Skip TLS certificate validation

Example:

$ docker context update my-context --description "some description" --docker "host=tcp://myserver:2376,ca=~/ca-file,cert=~/cert-file,key=~/key-file"`,
    options: `      --description string      Description of the context
      --docker stringToString   set the docker endpoint (default [])`,
  },
  'context use': {
    usage: 'CONTEXT',
    about: 'Set the current docker context',
    options: '',
  },
} as const satisfies Readonly<Record<string, PageData>>;
