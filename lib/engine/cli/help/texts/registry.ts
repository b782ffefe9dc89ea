import type { HelpText } from '../help-text';

/** The help of the commands of `registry`; `help-text.ts` says where it comes from. */
export const registryTexts = {
  login: {
    usage: '[OPTIONS] [SERVER]',
    about: `Authenticate to a registry.
Defaults to Docker Hub if no server is specified.`,
    aliases: '',
    options: `  -p, --password string   Password or Personal Access Token (PAT)
      --password-stdin    Take the Password or Personal Access Token
                          (PAT) from stdin
  -u, --username string   Username`,
  },
  logout: {
    usage: '[SERVER]',
    about: `Log out from a registry.
If no server is specified, the default is defined by the daemon.`,
    aliases: '',
    options: '',
  },
  search: {
    usage: '[OPTIONS] TERM',
    about: 'Search Docker Hub for images',
    aliases: '',
    options: `  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print search using a Go template
      --limit int       Max number of search results
      --no-trunc        Don't truncate output`,
  },
} as const satisfies Readonly<Record<string, HelpText>>;
