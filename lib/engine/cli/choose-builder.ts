import { own } from '../../kernel/own';
import { parseBoolean } from './flag-values';

const NONE = { warning: '', error: null };
const DEPRECATED =
  'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n';
const INSTALL = (indent: string): string =>
  `${indent}Install the buildx component to build images with BuildKit:\n${indent}https://docs.docker.com/go/buildx/\n`;
const SWITCHED_OFF = `${DEPRECATED}            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;
const ABSENT = `${DEPRECATED}${INSTALL(' '.repeat(12))}\n`;
const BROKEN = `ERROR: BuildKit is enabled but the buildx component is missing or broken.
${INSTALL(' '.repeat(7))}`;

/**
 * What the command line says before it carries out a command, by the variable that chooses the builder: this machine has no buildx, and BuildKit is switched
 * off where the variable is not set. `error`: nothing is carried out (docker/cli cmd/docker/builder.go processBuilder).
 */
export function chooseBuilder(
  env: Readonly<Record<string, string>>,
  isBuild: boolean,
): { readonly warning: string; readonly error: string | null } {
  const chosen = own(env, 'DOCKER_BUILDKIT') ?? '0';
  const enabled = chosen === '' ? null : parseBoolean(chosen);
  if (chosen !== '' && enabled === null)
    return {
      warning: '',
      error: `DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing ${JSON.stringify(chosen)}: invalid syntax\n`,
    };
  if (!isBuild) return NONE;
  if (enabled === true) return { warning: '', error: BROKEN };
  return { warning: enabled === null ? ABSENT : SWITCHED_OFF, error: null };
}
