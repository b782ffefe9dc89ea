import { describe, expect, it } from 'vitest';
import { manualData } from '@/content/manual';
import { buildManual, createSandbox, runLine, worldOf, type ManualData } from '@/lib/engine';
import { commandPaths, pathsOf, type CommandName } from '@/lib/engine/cli/command-names';
import { courseWorld, START } from '../support/course';

const { catalogue } = courseWorld();

function helpIn(data: ManualData, line: string): string {
  const world = worldOf(catalogue, buildManual(data));
  const sandbox = createSandbox({ world, seed: 'manual', now: START, images: [] });
  return runLine(sandbox, line, world).stdout;
}

const names = Object.keys(commandPaths) as CommandName[];

describe('the manual', () => {
  it('has a page for every command, shown under each of its paths with all of them', () => {
    for (const name of names) {
      const { usage, about, options } = manualData.commands[name];
      const paths = pathsOf(name);
      for (const path of paths) {
        const told = helpIn(manualData, `${path} --help`);
        expect(told, path).toMatch(/^Usage: {2}docker /);
        expect(told, path).toContain(`${usage}\n\n${about}\n`);
        expect(told, path).toContain(options);
        expect(told.includes(`Aliases:\n  ${paths.join(', ')}\n`), path).toBe(paths.length > 1);
      }
    }
  });

  it('says which flags a command has', () => {
    const page = { ...manualData.commands.ps, options: '  -z, --zeta string   New' };
    const data = { ...manualData, commands: { ...manualData.commands, ps: page } };
    expect(buildManual(data).commands.ps.flags.map(({ name }) => name)).toEqual(['zeta']);
    expect(helpIn(data, 'docker ps --help')).toContain('--zeta');
  });

  it('is asked anew in a world that brings another one', () => {
    expect(helpIn(manualData, 'docker --help')).toBe(manualData.top);
    expect(helpIn({ ...manualData, top: 'another\n' }, 'docker --help')).toBe('another\n');
  });
});
