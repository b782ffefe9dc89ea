import { describe, expect, it, test } from 'vitest';
import { session } from '../support/course';

/** What a line printed, with its exit code where it failed. */
function told(line: string): string {
  const { stdout, stderr, exitCode } = session([line]).last;
  return stdout + stderr + (exitCode === 0 ? '' : `(${exitCode})`);
}
/** The same of a program over three lines, as the learner's own awk runs it. */
const over = (program: string, options = ''): string =>
  told(`printf 'web 3 up\\ndb 10 down\\njob 2 up\\n' | awk ${options} '${program}'`);
const begin = (program: string): string => told(`awk 'BEGIN{${program}}'`);

describe('awk on the learner’s machine', () => {
  test('exit in a function ends the program', () => {
    expect(told(`awk 'function f() { exit 3 } BEGIN { f(); print 1 }'`)).toBe('(3)');
  });

  it.each([
    ['NR>1{print $1}', 'db\njob\n'],
    ['END{print NR}', '3\n'],
    ['{s+=$2} END{print s, s/NR}', '15 5\n'],
    ['$3=="up"{n++} END{print n " up"}', '2 up\n'],
    ['$1 ~ /^[wj]/ {print $NF, $(NF-1)}', 'up 3\nup 2\n'],
    ['!/up/', 'db 10 down\n'],
    ['/web/,/db/', 'web 3 up\ndb 10 down\n'],
    ['$2>5', 'db 10 down\n'],
    ['{c[$3]++} END{for (k in c) print k, c[k]}', 'up 2\ndown 1\n'],
    ['{$2="x"; print}', 'web x up\ndb x down\njob x up\n'],
    ['{if ($3=="up") print $1; else print "-"}', 'web\n-\njob\n'],
    ['{printf "%-5s|%3d|\\n", $1, $2}', 'web  |  3|\ndb   | 10|\njob  |  2|\n'],
    ['NR==2{exit 4} {print $1}', 'web\n(4)'],
    ['{a[NR]=$1} END{for (i=NR; i>0; i--) printf "%s ", a[i]}', 'job db web '],
    ['NR%2', 'web 3 up\njob 2 up\n'],
    [
      '{print NR": "$0 > "out"} END{close("out"); while ((getline l < "out") > 0) print l}',
      '1: web 3 up\n2: db 10 down\n3: job 2 up\n',
    ],
    ['{print $2 | "sort -n"}', '2\n3\n10\n'],
    ['{print $1 $2, -1 " " -1}', 'web3 -1-1\ndb10 -1-1\njob2 -1-1\n'],
  ])('%s', (program, output) => {
    expect(over(program)).toBe(output);
  });

  it.each([
    [
      'print length("hello"), toupper("ab"), substr("hello",2,3), index("hello","l")',
      '5 AB ell 3\n',
    ],
    ['n=split("a:b:c",p,":"); print n, p[3]', '3 c\n'],
    ['s="a-b-c"; print gsub(/-/,"+",s), s', '2 a+b+c\n'],
    ['s="cat"; sub(/a/,"[&]",s); print s', 'c[a]t\n'],
    ['print match("foobar",/o+/), RSTART, RLENGTH', '2 2 2\n'],
    [
      'printf "%5.2f|%05d|%x|%c|%e|%g\\n", 3.14159, 42, 255, "z", 12345, 0.0001',
      ' 3.14|00042|ff|z|1.234500e+04|0.0001\n',
    ],
    ['print 7/2, int(7/2), 2^10, -2^2, 10%3, 0.1+0.2, 1e6', '3.5 3 1024 -4 1 0.3 1000000\n'],
    ['a["x"]; print ("x" in a), ("y" in a); delete a["x"]; print length(a)', '1 0\n0\n'],
    ['i=5; print i++ + ++i, i', '12 7\n'],
    ['do { i++ } while (i<3); print i', '3\n'],
    ['print (1<2) ? "y" : "n"', 'y\n'],
    ['print length("한글")', '6\n'],
  ])('BEGIN{%s}', (program, output) => {
    expect(begin(program)).toBe(output);
  });

  test('functions have their own variables, and arrays that they share', () => {
    expect(
      told(
        `awk 'function f(a, n,  i) { for (i=1;i<=n;i++) a[i]=i*i; return n } BEGIN { i=9; print f(q, 3), q[3], i }'`,
      ),
    ).toBe('3 9 9\n');
    expect(told(`awk 'function g(n) { return n<2 ? 1 : n*g(n-1) } BEGIN { print g(5) }'`)).toBe(
      '120\n',
    );
  });

  test('-F, -v, -f and variables among the files', () => {
    expect(told(`awk -F: -v n=1 'NR==n{print $1}' /etc/passwd`)).toBe('root\n');
    expect(told(`echo a,b | awk -F, '{print $2}'`)).toBe('b\n');
    expect(told(`printf 'a\\tb c\\n' | awk -F'\\t' '{print $2}'`)).toBe('b c\n');
    expect(told(`echo x > f; awk '{print v $0}' v=1 f v=2 f`)).toBe('1x\n2x\n');
    expect(told(`echo '{print $2}' > p; echo a b | awk -f p`)).toBe('b\n');
  });

  it.each([
    ['{print $1', 'awk: line 2: missing } near end of file\n(2)'],
    ['{print NR>0, $2}', 'awk: line 1: syntax error at or near ,\n(2)'],
    ['BEGIN{while(1) i++}', 'awk: program limit exceeded\n(2)'],
    ['BEGIN{x="a"; while(1) x=x x}', 'awk: program limit exceeded\n(2)'],
  ])('%s is refused', (program, words) => {
    expect(over(program)).toBe(words);
  });
});

describe('awk of busybox, in a container', () => {
  const inside = (program: string): string => told(`docker run --rm busybox awk '${program}'`);
  it.each([
    ['BEGIN{print 1+1; printf "%d\\n", 3.7}', '2\n3\n'],
    ['{print $1', 'awk: cmd. line:1: Unexpected token\n(1)'],
    ['BEGIN{print 1/0}', 'awk: cmd. line:1: Division by zero\n(1)'],
    ['BEGIN{print f(1)}', 'awk: cmd. line:1: Call to undefined function\n(1)'],
  ])('%s', (program, output) => {
    expect(inside(program)).toBe(output);
  });
});

describe('what busybox says of its programs', () => {
  it.each([
    ['ls -Z9', "ls: invalid option -- 'Z'\nBusyBox v1.35.0"],
    ['ls --nope', "ls: unrecognized option '--nope'\nBusyBox v1.35.0"],
    ['head -n', "head: option requires an argument -- 'n'\nBusyBox v1.35.0"],
    ['mkdir', 'BusyBox v1.35.0'],
    ['wc --help', 'Count lines, words, and bytes'],
    ['ip bogus', 'Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]'],
  ])('%s', (line, words) => {
    expect(told(`docker run --rm busybox ${line}`)).toContain(words);
  });

  it.each([
    'ls -la /home',
    'ps -o pid,args',
    'head -5 /etc/passwd',
    'grep -rn root /etc/passwd',
    'cut -d: -f1 /etc/passwd',
    'sort -t: -k3 -n /etc/passwd',
    'date -u +%Y',
    'cp -a /etc/passwd /x',
    'tail -n +2 /etc/passwd',
    'rm -rf /tmp/x',
    'wc -l /etc/passwd',
  ])('%s is let pass', (line) => {
    expect(told(`docker run --rm busybox ${line}`)).not.toContain('BusyBox');
  });
});
