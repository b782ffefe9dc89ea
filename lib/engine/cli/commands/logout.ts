import { command } from '../command';
import { hostnameOf, HUB } from './credentials';
import { storeLogins } from '../contexts/settings-file';

/** Forgets a login; no request is sent (docker/cli registry/logout.go). */
export const logout = command({ min: 0, max: 1 }, (client, flags) => {
  const [typed = ''] = flags.args;
  const host = typed === '' ? HUB : hostnameOf(typed);
  const forgotten = [typed === '' ? HUB : typed, host, `http://${host}`, `https://${host}`];
  client.out(`Removing login credentials for ${host}\n`);
  const logins = Object.entries(client.settings.logins);
  storeLogins(client, Object.fromEntries(logins.filter(([key]) => !forgotten.includes(key))));
  return 0;
});
