import { join } from '../../../files/path';
import {
  failure,
  success,
  type Program,
  type ProgramCall,
  type ProgramOutcome,
} from '../../program';
import { optionsOf } from '../options';
import { findPackage } from './store';

/** `git clone URL [FOLDER]`: no server of git's is on the simulated network. */
function clone(call: ProgramCall): ProgramOutcome {
  const long = { branch: 'b', config: 'c', depth: 'd', origin: 'o' };
  const [, url, folder] = optionsOf(call, 'bcdo', long).operands;
  if (url === undefined) {
    call.error('fatal: You must specify a repository to clone.\n');
    return { kind: 'exit', code: 129 };
  }
  const name =
    folder ??
    url
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .replace(/^.*[/:]/, '');
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:]+)/.exec(url)?.[1];
  if (host !== undefined)
    call.error(
      `Cloning into '${name}'...\nfatal: unable to access '${url.replace(/\/*$/, '/')}': Could not resolve host: ${host}\n`,
    );
  else if (/^(?:ssh:\/\/|[^/]+:)/.test(url))
    call.error(
      `Cloning into '${name}'...\nerror: cannot run ssh: No such file or directory\nfatal: unable to fork\n`,
    );
  else call.error(`fatal: repository '${url}' does not exist\n`);
  return { kind: 'exit', code: 128 };
}

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
  if (verb === 'clone') return clone(call);
  call.error('fatal: not a git repository (or any of the parent directories): .git\n');
  return { kind: 'exit', code: 128 };
};
