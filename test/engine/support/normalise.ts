/** What may differ between two right runs of a session: the normalisation under which the recorded sessions are compared. */
const PROGRESS =
  /^[^:\n]+: (Pulling fs layer|Waiting|Verifying Checksum|Download complete|Downloading|Extracting|Preparing|Pushing|Pushed|Mounted from .*|Layer already exists)\r?$/;
const UNORDERED =
  /^docker (images|image ls|image list|network ls|network list|diff|container diff|\w+ prune|system prune|volume ls)\b/;

/** A function that replaces what may differ; ids are numbered in order of appearance within a session. */
export function normaliser(): (text: string, cmd: string) => string {
  const seen = new Map<string, string>();
  const id = (hex: string): string => {
    const key = hex.slice(0, 12);
    if (!seen.has(key)) seen.set(key, `<id${seen.size + 1}>`);
    return (seen.get(key) ?? '') + (hex.length > 12 ? 'L' : '');
  };
  return (text, cmd) => {
    let t = text
      .replace(/\r\n/g, '\n')
      .replace(/\u001b\[(91|0)m/g, '')
      .replace(/\b(file|dir|multi):[0-9a-f]{6,}…?/g, '$1:<hash>')
      .replace(/\b[0-9a-f]{64}\b/g, id)
      .replace(/\b[0-9a-f]{12}\b/g, (hex) => (/^\d+$/.test(hex) ? hex : id(hex)))
      .replace(
        /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( ?(Z|[+-]\d\d:?\d\d|UTC))*( UTC)?/g,
        '<time>',
      )
      .replace(/\d\d-[A-Z][a-z]{2}-\d{4}/g, '<date>')
      .replace(
        /\b(Less than a second|About a minute|About an hour|\d+ (second|minute|hour|day|week|month|year)s?)( ago)?\b/g,
        '<dur>',
      )
      .replace(/\b([0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, '<mac>')
      .replace(
        /\b(3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|4915\d|[45]\d{4}|60\d{3})\b/g,
        '<port>',
      )
      .replace(/("?Pid"?: ?)\d+/g, '$1<pid>')
      .replace(/((Sandbox|Endpoint)(ID|Key)"?: ?)"[^"]*"/g, '$1<x>')
      .replace(/(Sending build context to Docker daemon +)[\d.]+ ?[kM]?B/g, '$1<size>')
      .replace(/(Total reclaimed space: )[\d.]+[kMG]?B/g, '$1<size>');
    if (/\bdocker( container)? top\b/.test(cmd)) t = t.replace(/\d+/g, '<n>');
    let lines = t
      .split('\n')
      .filter((line) => !PROGRESS.test(line))
      .map((line) => line.replace(/ {2,}/g, '  ').replace(/\s+$/, ''));
    if (UNORDERED.test(cmd)) lines = [lines[0] ?? '', ...lines.slice(1).sort()];
    return lines.join('\n');
  };
}

/** What stood in for each placeholder of a templated command, in order: ids that were typed. */
export function typedIds(template: string | undefined, cmd: string): readonly string[] {
  if (!template) return [];
  const pattern = template
    .split(/<<[^>]*>>/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)');
  return new RegExp(`^${pattern}$`, 's').exec(cmd)?.slice(1) ?? [];
}

export function hideTyped(text: string, ids: readonly string[]): string {
  return ids.reduce(
    (t, id, i) =>
      /^[0-9a-f]{1,11}$/.test(id) ? t.replace(new RegExp(`\\b${id}\\b`, 'g'), `<typed${i}>`) : t,
    text,
  );
}
