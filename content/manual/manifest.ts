import type { PageData } from '@/lib/engine';

/** The help of the commands of `manifest`; `index.ts` says where it comes from. */
export const manifestPages = {
  'manifest annotate': {
    usage: '[OPTIONS] MANIFEST_LIST MANIFEST',
    about: `Add additional information to a local image manifest

EXPERIMENTAL:
  docker manifest annotate is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
    options: `      --arch string           Set architecture
      --os string             Set operating system
      --os-features strings   Set operating system feature
      --os-version string     Set operating system version
      --variant string        Set architecture variant`,
  },
  'manifest create': {
    usage: 'MANIFEST_LIST MANIFEST [MANIFEST...]',
    about: `Create a local manifest list for annotating and pushing to a registry

EXPERIMENTAL:
  docker manifest create is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
    options: `  -a, --amend      Amend an existing manifest list
      --insecure   Allow communication with an insecure registry`,
  },
  'manifest inspect': {
    usage: '[OPTIONS] [MANIFEST_LIST] MANIFEST',
    about: `Display an image manifest, or manifest list

EXPERIMENTAL:
  docker manifest inspect is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
    options: `      --insecure   Allow communication with an insecure registry
  -v, --verbose    Output additional info including layers and platform`,
  },
  'manifest push': {
    usage: '[OPTIONS] MANIFEST_LIST',
    about: `Push a manifest list to a repository

EXPERIMENTAL:
  docker manifest push is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
    options: `      --insecure   Allow push to an insecure registry
  -p, --purge      Remove the local manifest list after push`,
  },
  'manifest rm': {
    usage: 'MANIFEST_LIST [MANIFEST_LIST...]',
    about: `Delete one or more manifest lists from local storage

EXPERIMENTAL:
  docker manifest rm is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
    options: '',
  },
} as const satisfies Readonly<Record<string, PageData>>;
