import { own } from '../../../kernel/own';
import { CommandError, DaemonError, type Client } from '../client';
import { command } from '../command';
import type { ParsedFlags } from '../flags';
import { storeLogins } from '../contexts/settings-file';
import { hostnameOf, HUB } from './credentials';

const storedOpenly = (home: string): string => `
WARNING! Your credentials are stored unencrypted in '${home}/.docker/config.json'.
Configure a credential helper to remove this warning. See
https://docs.docker.com/go/credential-store/

`;
const ACCOUNT_HINT = `Log in with your Docker ID or email address to push and pull images from Docker Hub. If you don't have a Docker ID, head over to https://hub.docker.com/ to create one.
You can log in with your password or a Personal Access Token (PAT). Using a limited-scope PAT grants better security and is required for organizations using SSO. Learn more at https://docs.docker.com/go/access-tokens/

`;
const WEB_LOGIN_FAILED =
  'Failed to start web-based login - falling back to command line login...\n\n';
const TOKEN_HINT = `
 Info -> A Personal Access Token (PAT) can be used instead.
         To create a PAT, visit https://app.docker.com/settings
         
         
`;

interface Account {
  readonly username: string;
  readonly password: string;
}

/** Which flags do not go together (docker/cli registry/login.go verifyLoginFlags). */
function verify(flags: ParsedFlags): void {
  if (flags.changed('password-stdin')) {
    if (flags.changed('password'))
      throw new CommandError(
        'conflicting options: cannot specify both --password and --password-stdin',
      );
    if (!flags.changed('username'))
      throw new CommandError('the --password-stdin option requires --username to be set');
  }
  if (flags.changed('username') && flags.string('username') === '')
    throw new CommandError('username is empty');
  if (flags.changed('password') && flags.string('password') === '')
    throw new CommandError('password is empty');
}

export const login = command({ min: 0, max: 1 }, (client, flags) => {
  verify(flags);
  const [typed = ''] = flags.args;
  const isHub = typed === '' || typed === 'docker.io' || typed === HUB;
  const address = isHub ? HUB : hostnameOf(typed);
  const username = flags.string('username');
  if (flags.string('password') !== '')
    client.error('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
  const password = flags.bool('password-stdin')
    ? client.stdin.replace(/\n$/, '').replace(/\r$/, '')
    : flags.string('password');
  const stored =
    username === '' && password === '' ? own(client.settings.logins, address) : undefined;
  if (stored && withStored(client, address, stored)) return 0;
  if ((username === '' || password === '') && !client.inputIsTerminal)
    throw new CommandError('Error: Cannot perform an interactive login from a non TTY device');
  const account = ask(client, { username, password }, address, stored?.username ?? '');
  authenticate(client, address, account);
  keep(client, address, account);
  client.out('Login Succeeded\n');
  return 0;
});

/** Tries what is stored; false when the registry does not take it any more. */
function withStored(client: Client, address: string, stored: Account): boolean {
  client.error(`Authenticating with existing credentials... [Username: ${stored.username}]\n`);
  client.error(
    "\n Info -> To login with a different account, run 'docker logout' followed by 'docker login'\n\n\n",
  );
  try {
    authenticate(client, address, stored);
  } catch (failure) {
    if (!(failure instanceof DaemonError)) throw failure;
    client.error(
      failure.status === 401
        ? 'Stored credentials invalid or expired\n'
        : `Login did not succeed, error: ${failure.message}\n`,
    );
    return false;
  }
  client.out('Login Succeeded\n');
  return true;
}

/** Asks a person for what the flags left out. */
function ask(client: Client, given: Account, address: string, before: string): Account {
  const { username, password } = given;
  if (address === HUB && username === '' && password === '') client.error(WEB_LOGIN_FAILED);
  let user = username.trim();
  if (user === '') {
    if (address === HUB) client.out(ACCOUNT_HINT);
    const typed = client.question(before === '' ? 'Username: ' : `Username (${before}): `);
    user = typed.trim() || before;
  }
  if (user === '') throw new CommandError('Error: Non-null Username Required');
  let secret = password.trim();
  if (secret === '') {
    if (address === HUB) client.error(TOKEN_HINT);
    secret = client.question('Password: ', false).trim();
  }
  if (secret === '') throw new CommandError('Error: Password Required');
  return { username: user, password: secret };
}

function authenticate(client: Client, address: string, account: Account): void {
  client.ask({ method: 'POST', path: '/auth', body: { ...account, serveraddress: address } });
}

/** Stores a login; the warning comes only when that changes something. */
function keep(client: Client, address: string, account: Account): void {
  const { logins } = client.settings;
  const before = own(logins, address);
  if (before?.username === account.username && before.password === account.password) return;
  storeLogins(client, { ...logins, [address]: account });
  client.error(storedOpenly(client.user.home));
}
