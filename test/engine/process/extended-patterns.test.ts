import { expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    '[[ foo == @(foo|bar) ]] && echo yes; [[ a == +(a|b) ]] && echo y2; [[ abab = +(ab)* ]] && echo y3; [[ foo != !(foo) ]] && echo y4; [[ foo == !(bar) && x == x ]] && echo y5; [[ \'\' == ?(a) ]] && echo y6; [[ aab == *(a)b ]] && echo y7; [[ "@(a)" == "@(a)" ]] && echo y8; [[ a.txt == *.@(txt|md) ]] && echo y9; [[ a == @(b | c) ]] || echo y10',
    'yes\ny2\ny3\ny4\ny5\ny6\ny7\ny8\ny9\ny10\n',
    '',
    0,
  ],
  [
    'bash',
    'shopt -s extglob\nfor x in start stop other; do case $x in @(start|stop)) echo "do $x";; !(a)) echo no;; esac; done',
    'do start\ndo stop\nno\n',
    '',
    0,
  ],
  [
    'bash',
    "shopt -s extglob\nx=aab; case $x in +(a)?(b)) echo m;; esac; case '(a)' in '(a)') echo lit;; esac; (echo sub); f() { echo f; }; f; case x in (x|y)) ;; esac",
    '',
    "bash: -c: line 2: syntax error near unexpected token `)'\nbash: -c: line 2: `x=aab; case $x in +(a)?(b)) echo m;; esac; case '(a)' in '(a)') echo lit;; esac; (echo sub); f() { echo f; }; f; case x in (x|y)) ;; esac'\n",
    2,
  ],
])('groups of an extended pattern: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it('groups within groups take no time that grows with what they could be', () => {
  const script = `[[ ${'a'.repeat(190)}b == +(+(+(a)|!(b))c) ]] || echo bounded`;
  expect(toldBy('bash', script)).toEqual(['bounded\n', '', 0]);
});
