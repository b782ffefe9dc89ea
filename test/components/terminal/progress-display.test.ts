import { describe, expect, it } from 'vitest';
import { ProgressDisplay } from '@/components/terminal/progress-display';

const layer = '90b9666d4aed';
const messages = [
  { id: 'latest', status: 'Pulling from library/busybox' },
  { id: layer, status: 'Pulling fs layer', progressDetail: {} },
  {
    id: layer,
    status: 'Downloading',
    progressDetail: { current: 1_000, total: 2_156_000 },
    progress: '[>                                                  ]      1kB/2.156MB',
  },
  { id: layer, status: 'Download complete', progressDetail: {} },
  { status: 'Digest: sha256:2cf9' },
];

const draw = (columns: number): string => {
  const display = new ProgressDisplay(columns);
  return messages.map((message) => display.draw(message)).join('');
};

describe('progress at a terminal', () => {
  // As the real command line was recorded at a terminal of 80 columns.
  it('is drawn over itself, without a bar where the screen is narrow', () => {
    const over = '\u001b[1A\u001b[2K\r';
    expect(draw(80)).toBe(
      'latest: Pulling from library/busybox\n\n' +
        `${over}${layer}: Pulling fs layer \r\u001b[1B` +
        `${over}${layer}: Downloading      1kB/2.156MB\r\u001b[1B` +
        `${over}${layer}: Download complete \r\u001b[1B` +
        'Digest: sha256:2cf9\n',
    );
  });

  it('has a bar on a wide screen', () => {
    expect(draw(120)).toContain('Downloading [>      ');
  });

  it('keeps a line for each layer', () => {
    const display = new ProgressDisplay(80);
    const say = (id: string) => display.draw({ id, status: 'Waiting', progressDetail: {} });
    expect(say('a')).toBe('\n\u001b[1A\u001b[2K\ra: Waiting \r\u001b[1B');
    expect(say('b')).toBe('\n\u001b[1A\u001b[2K\rb: Waiting \r\u001b[1B');
    expect(say('a')).toBe('\u001b[2A\u001b[2K\ra: Waiting \r\u001b[2B');
  });
});
