import type { PageData } from '@/lib/engine';

/** The help of the commands of `registry`; `index.ts` says where it comes from. */
export const registryPages = {
  login: {
    usage: '[OPTIONS] [SERVER]',
    about: `Authenticate to a registry.
Defaults to Docker Hub if no server is specified.`,
    options: `  -p, --password string   Password or Personal Access Token (PAT)
      --password-stdin    Take the Password or Personal Access Token
                          (PAT) from stdin
  -u, --username string   Username`,
  },
  logout: {
    usage: '[SERVER]',
    about: `Log out from a registry.
If no server is specified, the default is defined by the daemon.`,
    options: '',
  },
  search: {
    usage: '[OPTIONS] TERM',
    about: 'Search Docker Hub for images',
    options: `  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print search using a Go template
      --limit int       Max number of search results
      --no-trunc        Don't truncate output`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
