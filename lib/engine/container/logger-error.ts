import { parseDecimalSize } from '../cli/humanize';

/** Why a container's log cannot be opened with the options it was made with; null when it can (moby daemon/logger/jsonfilelog New). `config`: a `HostConfig.LogConfig`. */
export function loggerError(config: unknown): string | null {
  const { Type: type = '', Config: options } = config as {
    readonly Type?: string;
    readonly Config?: Readonly<Record<string, string>>;
  };
  if (!options || !['', 'json-file', 'local'].includes(type)) return null;
  const { 'max-size': size, 'max-file': files, compress } = options;
  if (size !== undefined) {
    const bytes = parseDecimalSize(size);
    if (!bytes.ok) return bytes.error;
    if (bytes.value <= 0) return 'max-size must be a positive number';
  }
  if (files !== undefined) {
    if (!/^[-+]?\d+$/.test(files))
      return `strconv.Atoi: parsing ${JSON.stringify(files)}: invalid syntax`;
    if (Number(files) < 1) return 'max-file cannot be less than 1';
  }
  if (compress === 'true' && type !== 'local' && (Number(files ?? 1) < 2 || size === undefined))
    return 'compress cannot be true when max-file is less than 2 or max-size is not set';
  return null;
}
