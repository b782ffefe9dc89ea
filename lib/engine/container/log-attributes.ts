import { own } from '../../kernel/own';
import type { Container } from '../state';

interface LogConfig {
  readonly Config?: Readonly<Record<string, unknown>> | null;
}

function words(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/** What a tag's template is filled with (moby daemon/logger/loginfo.go). */
function tagOf(container: Container, template: string): string {
  const values: Readonly<Record<string, string>> = {
    ID: container.id.slice(0, 12),
    FullID: container.id,
    Name: container.name,
    ImageName: container.config.Image,
    ImageID: container.image.replace('sha256:', '').slice(0, 12),
    ImageFullID: container.image,
  };
  return template.replace(
    /\{\{\s*\.(\w+)\s*\}\}/g,
    (whole, name: string) => own(values, name) ?? whole,
  );
}

/**
 * What `logs --details` puts before each line: the attributes that the log's options ask for (`--log-opt labels=…`, `env=…`, `tag=…`), by name,
 * `tag=hey,team=blue` (moby daemon/logger/loginfo.go ExtraAttributes, api/server/httputils/write_log_stream.go).
 */
export function logAttributes(container: Container): string {
  const asked = (container.hostConfig['LogConfig'] as LogConfig | undefined)?.Config ?? {};
  const found = new Map<string, string>();
  const { Labels: labels = {}, Env: env = [] } = container.config;
  for (const name of words(asked['labels'])) {
    const value = own(labels, name);
    if (value !== undefined) found.set(name, value);
  }
  for (const name of words(asked['env'])) {
    const entry = env.find((each) => each.startsWith(`${name}=`));
    if (entry !== undefined) found.set(name, entry.slice(name.length + 1));
  }
  const { tag } = asked;
  if (typeof tag === 'string' && tag !== '') found.set('tag', tagOf(container, tag));
  const escaped = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join(',');
}
