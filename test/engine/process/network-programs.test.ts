import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What the last of some lines tells. */
const told = (...lines: readonly string[]): string => {
  const { stdout, stderr } = session(lines).last;
  return stdout + stderr;
};
const web = 'docker run -d --name web -p 8080:80 nginx:1.27';
const apache = 'docker run -d --name web -p 8080:80 httpd';
const small =
  'docker run -d --name web -p 8080:8000 busybox sh -c "echo hello >/tmp/index.html; httpd -f -p 8000 -h /tmp"';

describe('curl', () => {
  it.each([
    ["curl -s -o /dev/null -w '%{http_code}\\n' localhost:8080", '200\n'],
    ["curl -s -o /dev/null -w '%{http_code} %{content_type}' localhost:8080/no", '404 text/html'],
    ["curl -s -o x -w '%{http_code}\\n' localhost:9", '000\n'],
    [
      "curl -s -o x -w '%{url_effective} %{method} %{exitcode} %{size_download} %%' localhost:8080/no",
      'http://localhost:8080/no GET 0 153 %',
    ],
    ["curl -s -w '%{no}' localhost:8080 -o x", "curl: unknown --write-out variable: 'no'\n"],
    ['curl -sS -o /nope/x localhost:8080', 'curl: (23) Failure writing output to destination\n'],
    ['curl -sS -O localhost:8080', 'curl: (23) Failed writing received data to disk/application\n'],
    ['curl -fsS localhost:8080/no', 'curl: (22) The requested URL returned error: 404\n'],
    ['curl -sf localhost:8080/no; echo $?', '22\n'],
    [
      'curl -w',
      "curl: option -w: requires parameter\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
    ],
    ['curl -s localhost:8080/no localhost:8080/no | grep -c nginx/1.27', '2\n'],
  ])('%s', (command, text) => {
    expect(told(web, command)).toBe(text);
  });

  it('shows the headers of the server that answers: nginx', () => {
    expect(told(web, 'curl -sI localhost:8080')).toMatch(
      /^HTTP\/1\.1 200 OK\r\nServer: nginx\/1\.27[.\d]*\r\nDate: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\r\nContent-Type: text\/html\r\nContent-Length: \d+\r\nLast-Modified: .* GMT\r\nConnection: keep-alive\r\nETag: "[\da-f]+-[\da-f]+"\r\nAccept-Ranges: bytes\r\n\r\n$/,
    );
    expect(
      told(web, 'curl -si localhost:8080/no | tr -d "\\r" | grep -c "Content-Length: 153"'),
    ).toBe('1\n');
  });

  it('shows the headers of the server that answers: httpd, busybox', () => {
    expect(told(apache, 'curl -sI localhost:8080')).toMatch(
      /^HTTP\/1\.1 200 OK\r\nDate: .*\r\nServer: Apache\/[.\d]+ \(Unix\)\r\nLast-Modified: .*\r\nETag: "[\da-f]+-[\da-f]+"\r\nAccept-Ranges: bytes\r\nContent-Length: \d+\r\nContent-Type: text\/html\r\n\r\n$/,
    );
    expect(told(small, 'curl -si localhost:8080')).toMatch(
      /^HTTP\/1\.1 200 OK\r\nDate: .*\r\nConnection: close\r\nContent-type: text\/html\r\nAccept-Ranges: bytes\r\nLast-Modified: .*\r\nETag: "[\da-f]+-6"\r\nContent-Length: 6\r\n\r\nhello\n$/,
    );
  });
});

describe('busybox: httpd, wget and nslookup', () => {
  it('httpd listens at the port and serves the folder that it is told', () => {
    expect(told(small, 'docker exec web wget -qO- localhost:8000')).toBe('hello\n');
    // busybox takes these three and does not tell them in its usage
    expect(told(small, 'docker exec web wget -T 2 -t3 -n -qO- localhost:8000')).toBe('hello\n');
    expect(told(small, 'docker exec web wget -qO- localhost')).toBe(
      "wget: can't connect to remote host (127.0.0.1): Connection refused\n",
    );
    expect(told('docker run --rm busybox httpd -f -p abc')).toBe("httpd: bad address 'abc'\n");
    expect(told('docker run --rm busybox httpd -f -h /nope')).toBe(
      "httpd: can't change directory to '/nope': No such file or directory\n",
    );
  });

  it('wget -S shows what the server answers, before an error its first line alone', () => {
    expect(told(small, 'docker exec web wget -S -qO- localhost:8000')).toMatch(
      /^hello\n {2}HTTP\/1\.1 200 OK\n {2}Date: .*\n {2}Connection: close\n {2}Content-type: text\/html\n(?: {2}.*\n){4} {2}\n$/,
    );
    expect(told(small, 'docker exec web wget -q -S -O- localhost:8000/no')).toBe(
      '  HTTP/1.1 404 Not Found\nwget: server returned error: HTTP/1.1 404 Not Found\n',
    );
  });

  it('nslookup tells every address of an alias', () => {
    const lines = [
      'docker network create net',
      'docker run -d --network net --network-alias app nginx',
      'docker run -d --network net --network-alias app nginx',
      'docker run --rm --network net busybox nslookup app',
    ];
    expect(told(...lines)).toBe(
      'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\nNon-authoritative answer:\nName:\tapp\nAddress: 172.18.0.2\nName:\tapp\nAddress: 172.18.0.3\n\nNon-authoritative answer:\n\n',
    );
  });
});

describe('redis-cli', () => {
  const up = ['docker network create net', 'docker run -d --network net --name store redis'];
  it.each([
    ['docker exec store redis-cli ping', 'PONG\n'],
    ['docker exec store redis-cli ping hello', 'hello\n'],
    ["docker exec store sh -c 'echo PING | redis-cli'", 'PONG\n'],
    ['docker run --rm --network net redis redis-cli -h store ping', 'PONG\n'],
    [
      'docker run --rm --network net redis redis-cli ping',
      'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n',
    ],
    [
      'docker run --rm redis redis-cli -h store ping',
      'Could not connect to Redis at store:6379: Name or service not known\n',
    ],
    [
      'docker exec store redis-cli set a b',
      'redis-cli: of the commands only PING and ECHO are simulated here\n',
    ],
  ])('%s', (line, said) => {
    const { last } = session([...up, line], { images: ['redis'] });
    expect(last.stdout + last.stderr).toBe(said);
  });
});
