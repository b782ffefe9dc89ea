import 'server-only';
import { type ServerSettings, parseServerSettings } from './env-schema';

let settings: ServerSettings | undefined;

/**
 * The settings of this process, checked at the first call: the only place of the server that reads
 * `process.env`. A function and not a constant, so that `next build` needs no database.
 *
 * @throws SettingsError that names every missing or wrong variable
 */
export function env(): ServerSettings {
  settings ??= parseServerSettings(process.env);
  return settings;
}
