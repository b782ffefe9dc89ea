import type { PageData } from '@/lib/engine';
import { configPages } from './config';
import { nodePages } from './node';
import { secretPages } from './secret';
import { servicePages } from './service';
import { stackPages } from './stack';

function helpOf(group: string, about: string, pages: Readonly<Record<string, PageData>>): string {
  const commands = Object.entries(pages).map(
    ([name, page]) =>
      `  ${name.slice(group.length + 1).padEnd(12)}${page.about.split('\n')[0] ?? ''}`,
  );
  return `Usage:  docker ${group} COMMAND

${about}

Commands:
${commands.join('\n')}

Run 'docker ${group} COMMAND --help' for more information on a command.
`;
}

/** The help of the groups that no `docker --help` lists while there is no swarm. */
export const swarmGroupHelp = {
  config: helpOf('config', 'Manage Swarm configs', configPages),
  node: helpOf('node', 'Manage Swarm nodes', nodePages),
  secret: helpOf('secret', 'Manage Swarm secrets', secretPages),
  service: helpOf('service', 'Manage Swarm services', servicePages),
  stack: helpOf('stack', 'Manage Swarm stacks', stackPages),
};
