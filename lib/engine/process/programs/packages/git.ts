import { join } from '../../../files/path';
import { failure, success, type Program } from '../../program';
import { findPackage } from './store';

/** `git --version`, `git init` and the words of every other command outside of a repository. */
export const git: Program = (call) => {
  const [verb] = call.argv.slice(1);
  if (verb === '--version' || verb === 'version') {
    const version = findPackage(call, 'git')?.version ?? '1:2.39.5-0+deb12u3';
    call.out(`git version ${/(?:\d+:)?([\d.]+)/.exec(version)?.[1] ?? ''}\n`);
    return success;
  }
  if (verb === undefined || verb === '--help') {
    call.out(
      'usage: git [--version] [--help] [-C <path>] [-c <name>=<value>]\n           <command> [<args>]\n',
    );
    return verb === undefined ? failure : success;
  }
  if (verb === 'init') {
    const folder = join(call.cwd, '.git');
    call.host.files.put(`${folder}/HEAD`, { kind: 'text', text: 'ref: refs/heads/master\n' });
    call.out(`Initialized empty Git repository in ${folder}/\n`);
    return success;
  }
  call.error('fatal: not a git repository (or any of the parent directories): .git\n');
  return { kind: 'exit', code: 128 };
};
