import type { CommandName } from './cli/command-names';
import type { FlagSpec } from './cli/flags';
import { flagsOf } from './cli/help/flags-of';
import type { Manual, ManualData, Page, PageData } from './manual';

/** Opens a manual: the flags of a command are read from its page when it is first used. */
export function buildManual(data: ManualData): Manual {
  const pages = Object.entries(data.commands).map(([name, page]) => [name, pageOf(page)]);
  return { ...data, commands: Object.fromEntries(pages) as Record<CommandName, Page> };
}

function pageOf(data: PageData): Page {
  let flags: readonly FlagSpec[] | null = null;
  return {
    ...data,
    get flags() {
      return (flags ??= flagsOf(data.options));
    },
  };
}
