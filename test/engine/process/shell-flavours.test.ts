import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('words of bash', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'echo {a,b}{1,2} {1..10..3} {c..a} a{b,c{d,e}} {a} {} {1..} x{,y} "{a,b}" {01..03} {-1..1} {a..c}$HOME',
      'a1 a2 b1 b2 1 4 7 10 c b a ab acd ace {a} {} {1..} x xy {a,b} 01 02 03 -1 0 1 a/root b/root c/root\n',
      '',
      0,
    ],
    [
      'bash',
      "x='{a,b}'; echo $x; a={1,2}; echo $a; echo {$x,c}; echo ${x:-{a,b}}",
      '{a,b}\n{1,2}\n{a,b} c\n{a,b}}\n',
      '',
      0,
    ],
    ['bash', 'echo $\'a\\tb\\x41\' $"c"', 'a\tbA c\n', '', 0],
    [
      'bash',
      'x=abcabc; echo ${x/#a/X} ${x/%c/Y} ${x//b} ${x^} ${x^^} ${x: -2} ${x:1:-1} ${#x}; y=ABC; echo ${y,} ${y,,}',
      'Xbcabc abcabY acac Abcabc ABCABC bc bcab 6\naBC abc\n',
      '',
      0,
    ],
    ['bash', 'v=x; x=5; echo ${!v}; abc1=1 abc2=2; echo ${!abc*}', '5\nabc1 abc2\n', '', 0],
    [
      'bash',
      'set -- a b c; echo "${@:2}" "${*:1:2}" ${!#} ${#*}; a=1; a+=2; echo $a',
      'b c a b c 3\n12\n',
      '',
      0,
    ],
    [
      'bash',
      'while read -r l; do echo "<$l>"; done < <(printf "a\\nb\\n"); cat <(echo x) <(echo y); echo <(echo x)',
      '<a>\n<b>\nx\ny\n/dev/fd/63\n',
      '',
      0,
    ],
    ['bash', 'case abc in a*) echo 1 ;;& *c) echo 2 ;& zz) echo 3 ;; esac', '1\n2\n3\n', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

describe('functions, aliases and options', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'function g { echo g; }; g', 'g\n', '', 0],
    ['dash', 'function g { echo g; }; g', '', 'sh: 1: Syntax error: "}" unexpected\n', 2],
    ['ash', 'function g { echo g; }; g', 'g\n', '', 0],
    ['bash', 'function g() { echo g; }; g', 'g\n', '', 0],
    ['dash', 'function g() { echo g; }; g', '', 'sh: 1: Syntax error: "(" unexpected\n', 2],
    ['ash', 'function g() { echo g; }; g', 'g\n', '', 0],
    ['bash', ':(){ echo x; }; :', 'x\n', '', 0],
    ['dash', ':(){ echo x; }; :', '', 'sh: 1: Syntax error: Bad function name\n', 2],
    ['ash', ':(){ echo x; }; :', '', 'sh: syntax error: bad function name\n', 2],
    ['bash', 'a-b() { echo c; }; a-b', 'c\n', '', 0],
    ['dash', 'a-b() { echo c; }; a-b', '', 'sh: 1: Syntax error: Bad function name\n', 2],
    ['ash', 'a-b() { echo c; }; a-b', '', 'sh: syntax error: bad function name\n', 2],
    [
      'bash',
      'f () echo hi',
      '',
      "bash: -c: line 1: syntax error near unexpected token `echo'\nbash: -c: line 1: `f () echo hi'\n",
      2,
    ],
    ['dash', 'f () echo hi', '', '', 0],
    ['ash', 'f () echo hi', '', '', 0],
    ['bash', "alias ll='echo hi'\nll", '', 'bash: line 2: ll: command not found\n', 127],
    ['dash', "alias ll='echo hi'\nll", 'hi\n', '', 0],
    ['ash', "alias ll='echo hi'\nll", 'hi\n', '', 0],
    [
      'bash',
      "alias ll='echo hi'; alias; alias nosuch; unalias ll; unalias ll; echo $?",
      "alias ll='echo hi'\n1\n",
      'bash: line 1: alias: nosuch: not found\nbash: line 1: unalias: ll: not found\n',
      0,
    ],
    [
      'dash',
      "alias ll='echo hi'; alias; alias nosuch; unalias ll; unalias ll; echo $?",
      "ll='echo hi'\n1\n",
      'alias: nosuch not found\nunalias: ll not found\n',
      0,
    ],
    [
      'ash',
      "alias ll='echo hi'; alias; alias nosuch; unalias ll; unalias ll; echo $?",
      "ll='echo hi'\n1\n",
      'alias: nosuch not found\nunalias: ll not found\n',
      0,
    ],
    ['bash', 'set -o pipefail; false | true; echo $?', '1\n', '', 0],
    [
      'dash',
      'set -o pipefail; false | true; echo $?',
      '',
      'sh: 1: set: Illegal option -o pipefail\n',
      2,
    ],
    ['ash', 'set -o pipefail; false | true; echo $?', '1\n', '', 0],
    [
      'bash',
      'set -o nosuch; echo after',
      'after\n',
      'bash: line 1: set: nosuch: invalid option name\n',
      0,
    ],
    ['dash', 'set -o nosuch; echo after', '', 'sh: 1: set: Illegal option -o nosuch\n', 2],
    [
      'ash',
      'set -o nosuch; echo after',
      'after\n',
      'sh: set: line 0: illegal option -o nosuch\n',
      0,
    ],
    [
      'bash',
      'set -Z; echo after',
      'after\n',
      'bash: line 1: set: -Z: invalid option\nset: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n',
      0,
    ],
    ['dash', 'set -Z; echo after', '', 'sh: 1: set: Illegal option -Z\n', 2],
    ['ash', 'set -Z; echo after', '', 'sh: set: line 0: illegal option -Z\n', 2],
    ['bash', 'set -f; echo /*; set +f', '/*\n', '', 0],
    ['dash', 'set -f; echo /*; set +f', '/*\n', '', 0],
    ['ash', 'set -f; echo /*; set +f', '/*\n', '', 0],
    ['bash', 'x="a b"; export y=$x; echo "$y"', 'a b\n', '', 0],
    ['dash', 'x="a b"; export y=$x; echo "$y"', 'a b\n', '', 0],
    ['ash', 'x="a b"; export y=$x; echo "$y"', 'a b\n', '', 0],
    ['bash', 'let 0; echo $?', '1\n', '', 0],
    ['dash', 'let 0; echo $?', '127\n', 'sh: 1: let: not found\n', 0],
    ['ash', 'let 0; echo $?', '1\n', '', 0],
    ['bash', 'a+=2; echo $a', '2\n', '', 0],
    ['dash', 'a+=2; echo $a', '\n', 'sh: 1: a+=2: not found\n', 0],
    ['ash', 'a+=2; echo $a', '\n', 'sh: a+=2: not found\n', 0],
    [
      'bash',
      'source /nosuch; echo $?',
      '1\n',
      'bash: line 1: /nosuch: No such file or directory\n',
      0,
    ],
    ['dash', 'source /nosuch; echo $?', '127\n', 'sh: 1: source: not found\n', 0],
    [
      'ash',
      'source /nosuch; echo $?',
      '',
      "sh: source: line 0: can't open '/nosuch': No such file or directory\n",
      2,
    ],
    ['bash', 'f() { echo $FUNCNAME; }; f', 'f\n', '', 0],
    ['dash', 'f() { echo $FUNCNAME; }; f', '\n', '', 0],
    ['ash', 'f() { echo $FUNCNAME; }; f', 'f\n', '', 0],
    ['bash', "f() { eval 'return 3'; echo no; }; f; echo $?", '3\n', '', 0],
    ['dash', "f() { eval 'return 3'; echo no; }; f; echo $?", '3\n', '', 0],
    ['ash', "f() { eval 'return 3'; echo no; }; f; echo $?", '3\n', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

describe('redirections', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'cat <<< hi', 'hi\n', '', 0],
    ['dash', 'cat <<< hi', '', 'sh: 1: Syntax error: redirection unexpected\n', 2],
    ['ash', 'cat <<< hi', '', 'sh: syntax error: unexpected redirection\n', 2],
    ['bash', 'echo a &> f; cat f', 'a\n', '', 0],
    ['dash', 'echo a &> f; cat f', 'a\n', '', 0],
    ['ash', 'echo a &> f; cat f', 'a\n', '', 0],
    ['bash', 'nosuch |& cat', 'bash: line 1: nosuch: command not found\n', '', 0],
    ['dash', 'nosuch |& cat', '', 'sh: 1: Syntax error: "&" unexpected\n', 2],
    ['ash', 'nosuch |& cat', '', 'sh: syntax error: unexpected "&"\n', 2],
    ['bash', 'echo a >& f; cat f', 'a\n', '', 0],
    ['dash', 'echo a >& f; cat f', '', 'sh: 1: Syntax error: Bad fd number\n', 2],
    ['ash', 'echo a >& f; cat f', 'a\n', '', 0],
    [
      'bash',
      'cat <<X\nhi',
      'hi\n',
      "bash: line 2: warning: here-document at line 1 delimited by end-of-file (wanted `X')\n",
      0,
    ],
    ['dash', 'cat <<X\nhi', 'hi', '', 0],
    ['ash', 'cat <<X\nhi', 'hi', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});
