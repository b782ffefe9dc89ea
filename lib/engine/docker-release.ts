/** The release of Docker that is modelled, as `docker version` tells of it. */
export const dockerRelease = {
  version: '28.2.2',
  apiVersion: '1.50',
  minApiVersion: '1.24',
  client: { gitCommit: 'e6534b4', goVersion: 'go1.24.3', built: 'Fri May 30 12:07:14 2025' },
  engine: { gitCommit: '45873be', goVersion: 'go1.23.5', built: 'library-import' },
} as const;
