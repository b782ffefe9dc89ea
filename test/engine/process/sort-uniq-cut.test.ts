import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const FILES =
  'printf "web nginx 10\\napi redis 9\\ndb  postgres 100\\nApi httpd 1.5\\n  x y 2K\\n" > s; printf "a,3,x\\nb,1,y\\na,2,z\\nc\\n" > t; printf "v1.10\\nv1.9\\nv1.2~rc\\nv1.2\\n1.0\\n" > v; printf "Mar\\nJan\\nfoo\\n" > m; printf "a 1\\nb 1\\nB 2\\nb 2\\nb 2\\n" > u';

function inside(command: string): string {
  return session([`docker run --rm ubuntu sh -c 'cd /tmp; ${FILES}; (${command}) 2>&1'`]).last
    .stdout;
}

/* Recorded from GNU coreutils 9.1. */
describe('sort', () => {
  it.each([
    ['sort s', '  x y 2K\nApi httpd 1.5\napi redis 9\ndb  postgres 100\nweb nginx 10\n'],
    ['sort -r s', 'web nginx 10\ndb  postgres 100\napi redis 9\nApi httpd 1.5\n  x y 2K\n'],
    ['sort -n t', 'a,2,z\na,3,x\nb,1,y\nc\n'],
    ['sort -k2 s', 'db  postgres 100\nApi httpd 1.5\nweb nginx 10\napi redis 9\n  x y 2K\n'],
    ['sort -k2,2 s', 'db  postgres 100\nApi httpd 1.5\nweb nginx 10\napi redis 9\n  x y 2K\n'],
    ['sort -k 3n s', 'Api httpd 1.5\n  x y 2K\napi redis 9\nweb nginx 10\ndb  postgres 100\n'],
    [
      'sort -k3,3nr -k1,1 s',
      'db  postgres 100\nweb nginx 10\napi redis 9\n  x y 2K\nApi httpd 1.5\n',
    ],
    ['sort -k3h s', 'Api httpd 1.5\napi redis 9\nweb nginx 10\ndb  postgres 100\n  x y 2K\n'],
    ['sort -k2b,2 s', 'Api httpd 1.5\nweb nginx 10\ndb  postgres 100\napi redis 9\n  x y 2K\n'],
    ['sort -uf s', '  x y 2K\nApi httpd 1.5\napi redis 9\ndb  postgres 100\nweb nginx 10\n'],
    ['sort -s -k2,2 s', 'db  postgres 100\nApi httpd 1.5\nweb nginx 10\napi redis 9\n  x y 2K\n'],
    ['sort -t, -k2 t', 'c\nb,1,y\na,2,z\na,3,x\n'],
    ['sort -t , -k2n t', 'c\nb,1,y\na,2,z\na,3,x\n'],
    ['sort -t, -k1,1 -k2,2r t', 'a,3,x\na,2,z\nb,1,y\nc\n'],
    ['sort -k1.2,1.3 s', '  x y 2K\ndb  postgres 100\nweb nginx 10\nApi httpd 1.5\napi redis 9\n'],
    ['sort -V v', '1.0\nv1.2~rc\nv1.2\nv1.9\nv1.10\n'],
    ['sort --sort=version --reverse v', 'v1.10\nv1.9\nv1.2\nv1.2~rc\n1.0\n'],
    ['sort -M m', 'foo\nJan\nMar\n'],
    ['sort -c s', 'sort: s:2: disorder: api redis 9\n'],
    ['sort -C v; echo $?', '1\n'],
    ['sort v | sort -c; echo $?', '0\n'],
    ['sort -o out m; cat out', 'Jan\nMar\nfoo\n'],
    ['sort nope; echo $?', 'sort: cannot read: nope: No such file or directory\n2\n'],
    ['sort -k 0 t', "sort: field number is zero: invalid field specification '0'\n"],
    ['sort -k 1x t', "sort: stray character in field spec: invalid field specification '1x'\n"],
    ['sort -k 1.0 t', "sort: character offset is zero: invalid field specification '1.0'\n"],
    ['sort -t ab t', "sort: multi-character tab 'ab'\n"],
  ])('%s', (command, printed) => {
    expect(inside(command)).toBe(printed);
  });
});

describe('uniq', () => {
  it.each([
    ['uniq -c u', '      1 a 1\n      1 b 1\n      1 B 2\n      2 b 2\n'],
    ['uniq -ic u', '      1 a 1\n      1 b 1\n      3 B 2\n'],
    ['uniq -f1 u', 'a 1\nB 2\n'],
    ['uniq -s 2 u', 'a 1\nB 2\n'],
    ['uniq -w 1 u', 'a 1\nb 1\nB 2\nb 2\n'],
    ['uniq -D u', 'b 2\nb 2\n'],
    ['uniq --group u', 'a 1\n\nb 1\n\nB 2\n\nb 2\nb 2\n'],
    ['uniq u out; cat out', 'a 1\nb 1\nB 2\nb 2\n'],
  ])('%s', (command, printed) => {
    expect(inside(command)).toBe(printed);
  });
});

describe('cut', () => {
  it.each([
    ['cut -d, -f2 t', '3\n1\n2\nc\n'],
    ['cut -d, -f2 -s t', '3\n1\n2\n'],
    ['cut -d, -f1,3 t', 'a,x\nb,y\na,z\nc\n'],
    ['cut -d, -f2- t', '3,x\n1,y\n2,z\nc\n'],
    ['cut -d, -f2 --complement t', 'a,x\nb,y\na,z\nc\n'],
    ['cut -d, -f1,3 --output-delimiter=: t', 'a:x\nb:y\na:z\nc\n'],
    ['cut -c1-2,3 --output-delimiter=: t', 'a,:3\nb,:1\na,:2\nc\n'],
    ['cut -c 2 --complement t', 'a3,x\nb1,y\na2,z\nc\n'],
    [
      'cut -d, t; echo $?',
      "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n1\n",
    ],
    ['cut -f 0 t', "cut: fields are numbered from 1\nTry 'cut --help' for more information.\n"],
    ['cut -f 3-1 t', "cut: invalid decreasing range\nTry 'cut --help' for more information.\n"],
    ['cut -f a t', "cut: invalid field value 'a'\nTry 'cut --help' for more information.\n"],
    [
      'cut -d ab -f1 t',
      "cut: the delimiter must be a single character\nTry 'cut --help' for more information.\n",
    ],
    [
      'cut -c1 -f1 t',
      "cut: only one list may be specified\nTry 'cut --help' for more information.\n",
    ],
    [
      'cut -c1 -d, t',
      "cut: an input delimiter may be specified only when operating on fields\nTry 'cut --help' for more information.\n",
    ],
    [
      'cut -s -c1 t',
      "cut: suppressing non-delimited lines makes sense\n\tonly when operating on fields\nTry 'cut --help' for more information.\n",
    ],
  ])('%s', (command, printed) => {
    expect(inside(command)).toBe(printed);
  });
});
