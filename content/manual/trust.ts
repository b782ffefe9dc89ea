import type { PageData } from '@/lib/engine';

/** The help of the commands of `trust`; `index.ts` says where it comes from. */
export const trustPages = {
  'trust inspect': {
    usage: 'IMAGE[:TAG] [IMAGE[:TAG]...]',
    about: 'Return low-level information about keys and signatures',
    options: `      --pretty   Print the information in a human friendly format`,
  },
  'trust key generate': {
    usage: 'NAME',
    about: 'Generate and load a signing key-pair',
    options: `      --dir string   Directory to generate key in, defaults to current
                     directory`,
  },
  'trust key load': {
    usage: '[OPTIONS] KEYFILE',
    about: 'Load a private key file for signing',
    options: `      --name string   Name for the loaded key (default "signer")`,
  },
  'trust revoke': {
    usage: '[OPTIONS] IMAGE[:TAG]',
    about: 'Remove trust for an image',
    options: `  -y, --yes   Do not prompt for confirmation`,
  },
  'trust sign': {
    usage: 'IMAGE:TAG',
    about: 'Sign an image',
    options: `      --local   Sign a locally tagged image`,
  },
  'trust signer add': {
    usage: 'OPTIONS NAME REPOSITORY [REPOSITORY...]',
    about: 'Add a signer',
    options: `      --key list   Path to the signer's public key file`,
  },
  'trust signer remove': {
    usage: '[OPTIONS] NAME REPOSITORY [REPOSITORY...]',
    about: 'Remove a signer',
    options: `  -f, --force   Do not prompt for confirmation before removing the most
                recent signer`,
  },
} as const satisfies Readonly<Record<string, PageData>>;
