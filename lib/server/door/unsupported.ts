import 'server-only';

/** What the simulated engine has not, and why; each begins with what the paths have in common. */
const MISSING: readonly (readonly [RegExp, string])[] = [
  [
    /^\/(session|grpc)$/,
    'the simulated engine has no BuildKit: build with the classic builder, DOCKER_BUILDKIT=0 docker build …',
  ],
  [
    /^\/containers\/[^/]+\/attach\/ws$/,
    'the simulated engine has no web sockets: use POST …/attach',
  ],
  [/^\/containers\/[^/]+\/checkpoints/, 'checkpoints are not simulated'],
  [/^\/swarm\/(init|join|unlock)$/, 'a swarm is not simulated'],
  [/^\/distribution\//, 'the registry is not asked through the simulated engine'],
  [/^\/plugins\/(pull|create|privileges)/, 'plugins are not simulated'],
  [/^\/(secrets|configs|services|tasks|nodes)\//, 'a swarm is not simulated'],
];

/** Why a part of the API that Docker has is missing here; null where it is not. */
export function missingPart(path: string): string | null {
  return MISSING.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
