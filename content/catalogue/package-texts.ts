/** The page of nginx's package on Debian and Ubuntu. */
export const WELCOME =
  '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and\nworking. Further configuration is required.</p>\n</body>\n</html>\n';

/** Debian's prints what it does, Alpine's its only warning. */
export const UPDATE_CERTIFICATES = `#!/bin/sh
if [ -f /etc/alpine-release ]; then
  echo 'WARNING: ca-certificates.crt does not contain exactly one certificate or CRL: skipping' >&2
  exit
fi
echo 'Updating certificates in /etc/ssl/certs...'
echo '0 added, 0 removed; done.'
echo 'Running hooks in /etc/ca-certificates/update.d...'
echo done.
`;

/** Ubuntu's takes names, Debian's reads the file alone. */
export const LOCALE_GEN = `#!/bin/sh
. /etc/os-release
[ "$ID" = ubuntu ] || set --
[ $# -gt 0 ] || set -- $(grep -v '^#' /etc/locale.gen | cut -d' ' -f1)
echo 'Generating locales (this might take a while)...'
for locale do echo "  $locale... done"; done
echo 'Generation complete.'
`;

/** The page of Apache's package. */
export const IT_WORKS = '<html><body><h1>It works!</h1></body></html>\n';

/** Apache's control program: without it the variables that its configuration asks for are not set. */
export const APACHECTL = `#!/bin/sh
server=/usr/sbin/httpd
if [ -x /usr/sbin/apache2 ]; then
  server=/usr/sbin/apache2
  export APACHE_RUN_DIR=/var/run/apache2
fi
case $1 in
start) $server ;;
stop | graceful-stop) kill $(pidof $server) ;;
restart | graceful) kill $(pidof $server); $server ;;
configtest) $server -t ;;
*) $server "$@" ;;
esac
`;

/** What `service NAME start` runs: the words are Ubuntu's and Debian's. */
export function serviceOf(name: string, title: string, command: string): string {
  return `#!/bin/sh
. /etc/os-release
case $1 in
start) deed=Starting; act='/usr/sbin/${command}' ;;
stop) deed=Stopping; act="kill $(pidof -o $$ ${name})" ;;
status)
  if pidof -o $$ ${name} >/dev/null; then echo ' * ${name} is running'; else echo ' * ${name} is not running'; exit 3; fi
  exit ;;
restart) $0 stop; exec $0 start ;;
*) echo "Usage: $0 {start|stop|status|restart}" >&2; exit 3 ;;
esac
if [ "$ID" = ubuntu ]; then printf ' * %s ${title}\\n' "$deed"; $act; echo '   ...done.'
else printf '%s ${title}: ' "$deed"; $act; echo '${name}.'; fi
`;
}
