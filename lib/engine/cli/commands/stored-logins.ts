import type { Client } from '../client';

/** Base64 of UTF-8. */
function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Writes what the command line keeps of its logins (docker/cli config/configfile). */
export function storeLogins(client: Client, logins: Client['settings']['logins']): void {
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
    files: {
      ...client.settings.files,
      [`${client.user.home}/.docker/config.json`]: { kind: 'text', text },
    },
  });
}
