import { err, ok, type Result } from '../../kernel/result';
import { own } from '../../kernel/own';

const COMPONENT = /^[A-Za-z0-9_.-]+$/;
const OS_COMPONENT = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.-]*)\))?$/;
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);
const ALIASES: Readonly<Record<string, string>> = {
  i386: '386',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm/v7',
  armel: 'arm/v6',
};
/** What every image here is made for, and the machine is. */
export const SYSTEM = 'linux';
export const ARCHITECTURE = 'amd64';
export const PLATFORM = `${SYSTEM}/${ARCHITECTURE}`;

const invalid = (text: string, reason: string): Result<string, string> =>
  err(`${JSON.stringify(text)}${reason}: invalid argument`);

/** A platform as it was typed, made normal (`linux/arm64`), or the words of containerd/platforms `Parse` for what is none. */
export function parsePlatform(text: string): Result<string, string> {
  const parts = text.split('/');
  for (const [index, part] of parts.entries()) {
    const shown = JSON.stringify(text);
    if (index > 0 && !COMPONENT.test(part))
      return invalid(
        part,
        ` is an invalid component of ${shown}: platform specifier component must match "^[A-Za-z0-9_.-]+$"`,
      );
    if (index === 0 && !OS_COMPONENT.test(part))
      return invalid(
        part,
        ` is an invalid OS component of ${shown}: OSAndVersion specifier component must match ${JSON.stringify(OS_COMPONENT.source)}`,
      );
  }
  const [first = '', second = '', third] = parts.map((part) => part.toLowerCase());
  if (parts.length > 3) return invalid(text, ': cannot parse platform specifier');
  if (parts.length > 1) {
    const architecture = own(ALIASES, second) ?? second;
    const isUsual = third === undefined || (architecture === 'arm64' && third === 'v8');
    return ok(`${first}/${architecture}${isUsual ? '' : `/${third}`}`);
  }
  const system = first === 'macos' ? 'darwin' : first;
  if (SYSTEMS.has(system)) return ok(`${system}/${ARCHITECTURE}`);
  const architecture = own(ALIASES, first) ?? first;
  return ARCHITECTURES.has(architecture.split('/')[0] ?? '')
    ? ok(`${SYSTEM}/${architecture}`)
    : invalid(text, ': unknown operating system or architecture');
}

/** Can what was built here serve a build for this platform? All images are for the machine's own (moby image/cache comparePlatform). */
export function isForMachine(platform: string): boolean {
  if (platform === '') return true;
  const parsed = parsePlatform(platform);
  return parsed.ok && `${parsed.value}/`.startsWith(`${PLATFORM}/`);
}
