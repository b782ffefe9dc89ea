import type { HelpText } from '../help-text';

/** The help of the commands of `trust`; `help-text.ts` says where it comes from. */
export const trustTexts = {
  'trust inspect': {
    usage: 'IMAGE[:TAG] [IMAGE[:TAG]...]',
    about: 'Return low-level information about keys and signatures',
    aliases: '',
    options: `      --pretty   Print the information in a human friendly format`,
  },
  'trust key generate': {
    usage: 'NAME',
    about: 'Generate and load a signing key-pair',
    aliases: '',
    options: `      --dir string   Directory to generate key in, defaults to current
                     directory`,
  },
  'trust key load': {
    usage: '[OPTIONS] KEYFILE',
    about: 'Load a private key file for signing',
    aliases: '',
    options: `      --name string   Name for the loaded key (default "signer")`,
  },
  'trust revoke': {
    usage: '[OPTIONS] IMAGE[:TAG]',
    about: 'Remove trust for an image',
    aliases: '',
    options: `  -y, --yes   Do not prompt for confirmation`,
  },
  'trust sign': {
    usage: 'IMAGE:TAG',
    about: 'Sign an image',
    aliases: '',
    options: `      --local   Sign a locally tagged image`,
  },
  'trust signer add': {
    usage: 'OPTIONS NAME REPOSITORY [REPOSITORY...]',
    about: 'Add a signer',
    aliases: '',
    options: `      --key list   Path to the signer's public key file`,
  },
  'trust signer remove': {
    usage: '[OPTIONS] NAME REPOSITORY [REPOSITORY...]',
    about: 'Remove a signer',
    aliases: '',
    options: `  -f, --force   Do not prompt for confirmation before removing the most
                recent signer`,
  },
} as const satisfies Readonly<Record<string, HelpText>>;
