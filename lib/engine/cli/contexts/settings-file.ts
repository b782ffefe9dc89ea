import { own } from '../../../kernel/own';
import { membersOf, textOf } from '../../api/read-json';
import { HostFiles } from '../../shell/host-files';
import type { Caller } from './caller';
import { configFolder } from './context-store';

/** Base64 of UTF-8. */
function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

let latest = { text: '', context: '' };

/** The context that `config.json` names, `''` without one. */
export function chosenContext(client: Caller): string {
  const entry = new HostFiles(client.turn).get(`${configFolder(client)}/config.json`);
  if (entry?.kind !== 'text') return '';
  if (latest.text !== entry.text) latest = { text: entry.text, context: contextIn(entry.text) };
  return latest.context;
}

function contextIn(text: string): string {
  try {
    return textOf(membersOf(JSON.parse(text))['currentContext']);
  } catch {
    // A file that somebody has broken by hand chooses nothing.
    return '';
  }
}

/** Writes what the command line keeps of its logins and of the chosen context (docker/cli config/configfile). */
function writeSettings(
  client: Caller,
  logins: Caller['settings']['logins'],
  context: string,
): void {
  const folder = configFolder(client);
  const auths = Object.keys(logins)
    .sort()
    .map((host) => {
      const login = own(logins, host);
      const auth = encode(`${login?.username ?? ''}:${login?.password ?? ''}`);
      return `\t\t${JSON.stringify(host)}: {\n\t\t\t"auth": "${auth}"\n\t\t}`;
    });
  const members = [
    auths.length === 0 ? '\t"auths": {}' : `\t"auths": {\n${auths.join(',\n')}\n\t}`,
    ...(context === '' ? [] : [`\t"currentContext": ${JSON.stringify(context)}`]),
  ];
  const text = `{\n${members.join(',\n')}\n}`;
  client.saveSettings({
    ...client.settings,
    logins,
    files: { ...client.settings.files, [`${folder}/config.json`]: { kind: 'text', text } },
  });
}

/** Keeps the logins that there are now. */
export function storeLogins(client: Caller, logins: Caller['settings']['logins']): void {
  writeSettings(client, logins, chosenContext(client));
}

/** Makes a context the current one; `''`: none, which is the default. The file stays away as long as there is nothing to say. */
export function chooseContext(client: Caller, name: string): void {
  if (chosenContext(client) !== name) writeSettings(client, client.settings.logins, name);
}
