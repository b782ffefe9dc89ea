import { own } from '../../../kernel/own';
import { resolvePath } from '../../files/path';
import type { Program } from '../program';

/** `env [-i] [-u NAME] [NAME=VALUE…] [COMMAND…]` */
export const env: Program = (call) => {
  let own: Record<string, string> = { ...call.environment() };
  let cwd = call.cwd;
  let at = 1;
  for (; at < call.argv.length; at++) {
    const arg = call.argv[at] ?? '';
    const equals = arg.indexOf('=');
    if (arg === '-i' || arg === '-') own = {};
    else if (arg === '-u') {
      const name = call.argv[++at] ?? '';
      own = Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
    } else if (arg === '-C') cwd = resolvePath(cwd, call.argv[++at] ?? '');
    else if (equals > 0) own[arg.slice(0, equals)] = arg.slice(equals + 1);
    else break;
  }
  if (at < call.argv.length) return { kind: 'exec', argv: call.argv.slice(at), env: own, cwd };
  for (const [name, value] of Object.entries(own)) call.out(`${name}=${value}\n`);
  return { kind: 'exit', code: 0 };
};

/** `printenv [NAME…]` */
export const printenv: Program = (call) => {
  const names = call.argv.slice(1);
  if (names.length === 0) return env({ ...call, argv: ['env'] });
  const environment = call.environment();
  let code = 0;
  for (const name of names) {
    const value = own(environment, name);
    if (value === undefined) code = 1;
    else call.out(`${value}\n`);
  }
  return { kind: 'exit', code };
};

/** `nohup COMMAND…`: becomes the command. */
export const nohup: Program = (call) => {
  if (call.argv.length > 1) return { kind: 'exec', argv: call.argv.slice(1) };
  call.error("nohup: missing operand\nTry 'nohup --help' for more information.\n");
  return { kind: 'exit', code: 125 };
};
