import { nameOf } from '../../files/path';
import { failure, success, type Program, type ProgramCall } from '../program';
import { packagedVersion } from './packaged-version';
import { workersOf } from './workers';

/** What a packaged Apache calls the system, by `ID`. */
const SYSTEMS = {
  centos: 'CentOS',
  debian: 'Debian',
  ol: 'Oracle Linux Server',
  rocky: 'Rocky Linux',
  ubuntu: 'Ubuntu',
};

function tellUnnamed(call: ProgramCall, name: string): void {
  call.error(
    `AH00558: ${name}: Could not reliably determine the server's fully qualified domain name, using ${call.host.address || '127.0.0.1'}. Set the 'ServerName' directive globally to suppress this message\n`,
  );
}

/** The Apache of a package: `apache2` (Debian's and Ubuntu's, whose configuration needs what `apachectl` sets) or `httpd` (Red Hat's). */
const packagedHttpd: Program = (call) => {
  const name = nameOf(call.argv[0] ?? '');
  const version = packagedVersion(call, name, SYSTEMS);
  if (call.argv.includes('-v')) {
    call.out(`Server version: Apache/${version}\n`);
    return success;
  }
  if (name === 'apache2' && call.env['APACHE_RUN_DIR'] === undefined) {
    call.error(
      `AH00111: Config variable \${APACHE_RUN_DIR} is not defined\napache2: Syntax error on line 80 of /etc/apache2/apache2.conf: DefaultRuntimeDir must be a valid directory, absolute or relative to ServerRoot\n`,
    );
    return failure;
  }
  tellUnnamed(call, name);
  if (call.argv.includes('-t')) {
    call.error('Syntax OK\n');
    return success;
  }
  const server = `packaged-httpd=${version}`;
  const letsGo = call.argv.some((word) => word.endsWith('FOREGROUND'))
    ? {}
    : { letsGo: call.host.newPid() };
  return { kind: 'serve', server, ...letsGo, workers: workersOf(call, server) };
};

/** The Apache of its official image. */
const httpd: Program = (call) => {
  const version = call.env['HTTPD_VERSION'] ?? '2.4.62';
  if (call.argv.includes('-v')) {
    call.out(`Server version: Apache/${version} (Unix)\nServer built:   Jul 23 2024 20:01:31\n`);
    return success;
  }
  if (call.argv.includes('-t')) {
    tellUnnamed(call, 'httpd');
    call.error('Syntax OK\n');
    return success;
  }
  tellUnnamed(call, 'httpd');
  return { kind: 'serve', server: 'httpd', workers: workersOf(call, 'httpd') };
};

export const apachePrograms: Readonly<Record<string, Program>> = { apache2: packagedHttpd, httpd };
