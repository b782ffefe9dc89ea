import { CommandError } from '../client';
import { resolvePath } from '../../files/path';

/**
 * Reads one `-v`: `/path` is an anonymous volume (null), `name:/path`, `/host:/path:ro` a bind as the API takes it (docker/cli
 * cli/compose/loader/volume.go and container/opts.go). A source that begins with a dot is
 * looked for from `cwd`. Throws a CommandError.
 */
export function parseVolume(spec: string, cwd: string): string | null {
  if (spec === '') throw new CommandError('invalid empty volume spec');
  if (spec.length <= 2) return null;
  const sections = split(spec);
  const wrong = (reason: string): never => {
    throw new CommandError(`invalid spec: ${spec}: ${reason}`);
  };
  sections.forEach((section, index) => {
    if (section === '') wrong('empty section between colons');
    if (index === 2 && sections.length > 3) wrong('too many colons');
  });
  if (sections.length === 1) return null;
  const [source = ''] = sections;
  if (!source.startsWith('.')) return spec;
  return `${resolvePath(cwd, source)}${spec.slice(source.length)}`;
}

/** At colons, but for the one behind a single letter, which could be a drive of Windows. */
function split(spec: string): readonly string[] {
  const sections: string[] = [''];
  for (const character of spec) {
    const last = sections.length - 1;
    const current = sections[last] ?? '';
    if (character === ':' && !/^\p{L}$/u.test(current)) sections.push('');
    else sections[last] = current + character;
  }
  return sections;
}
