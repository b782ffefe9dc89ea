import type { Client } from '../client';
import { CommandError } from '../client';
import { command } from '../command';
import { helpTexts } from '../help/texts';
import { loginAddress } from './credentials';

const CONFIG = '/home/learner/.docker/config.json';

/** Writes what the command line keeps of its logins. */
function save(client: Client, logins: Client['settings']['logins']): void {
  const auths = Object.keys(logins)
    .sort()
    .map((host) => {
      const login = logins[host];
      const auth = encode(`${login?.username ?? ''}:${login?.password ?? ''}`);
      return `\t\t${JSON.stringify(host)}: {\n\t\t\t"auth": "${auth}"\n\t\t}`;
    });
  const text =
    auths.length === 0 ? '{\n\t"auths": {}\n}' : `{\n\t"auths": {\n${auths.join(',\n')}\n\t}\n}`;
  client.saveSettings({
    ...client.settings,
    logins,
    files: { ...client.settings.files, [CONFIG]: { kind: 'text', text } },
  });
}

/** Base64 of UTF-8. */
function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

const WARNING =
  "\nWARNING! Your credentials are stored unencrypted in '/home/learner/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n";

export const login = command(helpTexts.login, { min: 0, max: 1 }, (client, flags) => {
  const address = loginAddress(flags.args[0] ?? '');
  const fromStdin = flags.bool('password-stdin');
  const username = flags.string('username');
  if (fromStdin && flags.string('password') !== '')
    throw new CommandError(
      'conflicting options: cannot specify both --password and --password-stdin',
    );
  if (fromStdin && username === '')
    throw new CommandError('the --password-stdin option requires --username to be set');
  if (flags.changed('password'))
    client.error('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
  const stored = client.settings.logins[address];
  if (username === '' && stored) {
    client.error(`Authenticating with existing credentials... [Username: ${stored.username}]\n`);
    client.error(
      "\n Info → To login with a different account, run 'docker logout' followed by 'docker login'\n".replace(
        '→',
        '->',
      ) + '\n\n',
    );
    authenticate(client, address, stored);
    return 0;
  }
  const password = fromStdin ? client.stdin.replace(/\r?\n$/, '') : flags.string('password');
  if (username === '' || password === '')
    throw new CommandError('Error: Cannot perform an interactive login from a non TTY device');
  authenticate(client, address, { username, password });
  const isNew = !stored || stored.password !== password;
  save(client, { ...client.settings.logins, [address]: { username, password } });
  if (isNew) client.error(WARNING);
  return 0;
});

function authenticate(
  client: Client,
  address: string,
  account: { readonly username: string; readonly password: string },
): void {
  client.ask({ method: 'POST', path: '/auth', body: { ...account, serveraddress: address } });
  client.out('Login Succeeded\n');
}

export const logout = command(helpTexts.logout, { min: 0, max: 1 }, (client, flags) => {
  const address = loginAddress(flags.args[0] ?? '');
  const logins = Object.fromEntries(
    Object.entries(client.settings.logins).filter(([host]) => host !== address),
  );
  save(client, logins);
  client.out(`Removing login credentials for ${address}\n`);
  return 0;
});
