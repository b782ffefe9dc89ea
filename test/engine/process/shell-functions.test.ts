import { expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

it.each<[Shell, string, string, string, number]>([
  ['bash', 'f() { echo hi; }; type f', 'f is a function\nf () \n{ \n    echo hi\n}\n', '', 0],
  [
    'bash',
    'f() { if [ a = b ]; then echo yes; else echo no; fi; for i in 1 2 3; do echo $i; done; while read x; do echo "$x"; done < file; }; declare -f f',
    'f () \n{ \n    if [ a = b ]; then\n        echo yes;\n    else\n        echo no;\n    fi;\n    for i in 1 2 3;\n    do\n        echo $i;\n    done;\n    while read x; do\n        echo "$x";\n    done < file\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { case $1 in a|b) echo ab;; *) echo other; echo two;; esac; local x=1; echo "$x" | cat > /tmp/a 2>&1; [ -f a ] && echo b || echo c; }; type f',
    'f is a function\nf () \n{ \n    case $1 in \n        a | b)\n            echo ab\n        ;;\n        *)\n            echo other;\n            echo two\n        ;;\n    esac;\n    local x=1;\n    echo "$x" | cat > /tmp/a 2>&1;\n    [ -f a ] && echo b || echo c\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { (cd /; ls); { a; b; }; ! true; until false; do break; done; a=(1 2); a[1]=3; [[ -f $x && ! -d y ]]; ((i++)); for ((i=0;i<3;i++)); do echo; done; sleep 1 & }; declare -f f',
    'f () \n{ \n    ( cd /;\n    ls );\n    { \n        a;\n        b\n    };\n    ! true;\n    until false; do\n        break;\n    done;\n    a=(1 2);\n    a[1]=3;\n    [[ -f $x && ! -d y ]];\n    ((i++));\n    for ((i=0; i<3; i++))\n    do\n        echo;\n    done;\n    sleep 1 &\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { cat <<E\nhello $x\nE\necho after; }; type f',
    'f is a function\nf () \n{ \n    cat <<E\nhello $x\nE\n\n    echo after\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { select x in a b; do echo; done; time ls; echo $(ls | wc -l) `date`; }; type f',
    'f is a function\nf () \n{ \n    select x in a b;\n    do\n        echo;\n    done;\n    time ls;\n    echo $(ls | wc -l) `date`\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { if a; then b; elif c; then d; else e; fi; }; type f',
    'f is a function\nf () \n{ \n    if a; then\n        b;\n    else\n        if c; then\n            d;\n        else\n            e;\n        fi;\n    fi\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() ( echo a ); type f; declare -F f; declare -f f',
    'f is a function\nf () \n{ \n    ( echo a )\n}\nf\nf () \n{ \n    ( echo a )\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'function f { echo a; }; g() { f; f() { echo inner; }; }; type f g',
    'f is a function\nf () \n{ \n    echo a\n}\ng is a function\ng () \n{ \n    f;\n    function f () \n    { \n        echo inner\n    }\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { for x; do :; done; case a in esac; case $x in a) ;; b) c;& d) e;;& esac; a & b; c & }; declare -f f',
    'f () \n{ \n    for x in "$@";\n    do\n        :;\n    done;\n    case a in \n    esac;\n    case $x in \n        a)\n\n        ;;\n        b)\n            c\n        ;&\n        d)\n            e\n        ;;&\n    esac;\n    a & b;\n    c &\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() {\n  # a comment\n  echo one   two    # more\n  if true\n  then\n    echo x && \\\n      echo y\n  fi\n  return 0\n}\ndeclare -f f; type -a f | head -1',
    'f () \n{ \n    echo one two;\n    if true; then\n        echo x && echo y;\n    fi;\n    return 0\n}\nf is a function\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { while a; b; do c; done; if a && b; then { c; } || d; fi; [[ $x ]]; (( x > 1 )) && x=$((x - 1)); }; declare -f f',
    'f () \n{ \n    while a;\n    b; do\n        c;\n    done;\n    if a && b; then\n        { \n            c\n        } || d;\n    fi;\n    [[ -n $x ]];\n    (( x > 1 )) && x=$((x - 1))\n}\n',
    '',
    0,
  ],
  [
    'bash',
    'f() { echo; } > /dev/null 2>&1; declare -f f',
    'f () \n{ \n    echo\n} > /dev/null 2>&1\n',
    '',
    0,
  ],
  [
    'bash',
    'ls() { echo mine; }; type -t ls; type ls; type -f ls',
    'function\nls is a function\nls () \n{ \n    echo mine\n}\nls is /usr/bin/ls\n',
    '',
    0,
  ],
])('a function is shown as bash formats it: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'select x in a b c; do echo "got $x $REPLY"; break; done <<< 2',
    'got b 2\n',
    '1) a\n2) b\n3) c\n#? ',
    0,
  ],
  [
    'bash',
    "printf '9\\n\\n1\\n' > in; select x in one two 'three four'; do echo \"[$x] $REPLY\"; done < in; echo $?",
    '[] 9\n[one] 1\n\n1\n',
    '1) one\n2) two\n3) three four\n#? #? 1) one\n2) two\n3) three four\n#? #? ',
    0,
  ],
  [
    'bash',
    "PS3='pick: '; select f in alpha beta; do case $f in alpha) echo A;; beta) echo B; break;; *) echo bad;; esac; done < <(printf '7\\n1\\n2\\n')",
    'bad\nA\nB\n',
    '1) alpha\n2) beta\npick: pick: pick: ',
    0,
  ],
  [
    'bash',
    'select x in $(seq 1 30) long_item_here; do break; done <<< 31; echo $x; set -- p q; select y; do echo $y; break; done <<< 1; select z in; do echo; done; echo $?',
    'long_item_here\np\n0\n',
    '1) 1\t\t     9) 9\t\t17) 17\t\t    25) 25\n2) 2\t\t    10) 10\t\t18) 18\t\t    26) 26\n3) 3\t\t    11) 11\t\t19) 19\t\t    27) 27\n4) 4\t\t    12) 12\t\t20) 20\t\t    28) 28\n5) 5\t\t    13) 13\t\t21) 21\t\t    29) 29\n6) 6\t\t    14) 14\t\t22) 22\t\t    30) 30\n7) 7\t\t    15) 15\t\t23) 23\t\t    31) long_item_here\n8) 8\t\t    16) 16\t\t24) 24\n#? 1) p\n2) q\n#? ',
    0,
  ],
])('select asks: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'dash',
    'f() { :; }; type f; command -V f',
    'f is a shell function\nf is a shell function\n',
    '',
    0,
  ],
  ['ash', 'f() { :; }; type f; command -V f', 'f is a function\nf is a function\n', '', 0],
])('type tells a function: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['bash', "(trap 'echo bye' EXIT; echo a); echo b", 'a\nbye\nb\n', '', 0],
  ['dash', "(trap 'echo bye' EXIT; echo a); echo b", 'a\nbye\nb\n', '', 0],
  ['ash', "(trap 'echo bye' EXIT; echo a); echo b", 'a\nbye\nb\n', '', 0],
  [
    'bash',
    "trap 'echo out' EXIT; (echo in); (exit 3); echo $?; (trap 'echo bye' EXIT; exit 4); echo $?",
    'in\n3\nbye\n4\nout\n',
    '',
    0,
  ],
  [
    'dash',
    "trap 'echo out' EXIT; (echo in); (exit 3); echo $?; (trap 'echo bye' EXIT; exit 4); echo $?",
    'in\n3\nbye\n4\nout\n',
    '',
    0,
  ],
  [
    'ash',
    "trap 'echo out' EXIT; (echo in); (exit 3); echo $?; (trap 'echo bye' EXIT; exit 4); echo $?",
    'in\n3\nbye\n4\nout\n',
    '',
    0,
  ],
  [
    'bash',
    '(set -e; false; echo no); echo $?; set -e; (set +e; false; echo yes); echo $?',
    '1\nyes\n0\n',
    '',
    0,
  ],
  [
    'dash',
    '(set -e; false; echo no); echo $?; set -e; (set +e; false; echo yes); echo $?',
    '1\nyes\n0\n',
    '',
    0,
  ],
  [
    'ash',
    '(set -e; false; echo no); echo $?; set -e; (set +e; false; echo yes); echo $?',
    '1\nyes\n0\n',
    '',
    0,
  ],
  [
    'bash',
    "x=$(trap 'echo bye' EXIT; echo a); echo \"$x\"; echo a | { trap 'echo p' EXIT; cat; }; echo end",
    'a\nbye\na\np\nend\n',
    '',
    0,
  ],
  [
    'dash',
    "x=$(trap 'echo bye' EXIT; echo a); echo \"$x\"; echo a | { trap 'echo p' EXIT; cat; }; echo end",
    'a\nbye\na\np\nend\n',
    '',
    0,
  ],
  [
    'ash',
    "x=$(trap 'echo bye' EXIT; echo a); echo \"$x\"; echo a | { trap 'echo p' EXIT; cat; }; echo end",
    'a\nbye\na\np\nend\n',
    '',
    0,
  ],
  [
    'bash',
    'umask 022; (umask 077; cd /tmp); umask; (exit); echo $?; ( ( exit 5 ) ); echo $?',
    '0022\n0\n5\n',
    '',
    0,
  ],
  [
    'dash',
    'umask 022; (umask 077; cd /tmp); umask; (exit); echo $?; ( ( exit 5 ) ); echo $?',
    '0022\n0\n5\n',
    '',
    0,
  ],
  [
    'ash',
    'umask 022; (umask 077; cd /tmp); umask; (exit); echo $?; ( ( exit 5 ) ); echo $?',
    '0022\n0\n5\n',
    '',
    0,
  ],
  [
    'bash',
    "(unset x; cd /; IFS=:; echo $x); x='a:b'; echo $x; (return 3); echo $?",
    '\na:b\n2\n',
    "bash: line 1: return: can only `return' from a function or sourced script\n",
    0,
  ],
  [
    'dash',
    "(unset x; cd /; IFS=:; echo $x); x='a:b'; echo $x; (return 3); echo $?",
    '\na:b\n3\n',
    '',
    0,
  ],
  [
    'ash',
    "(unset x; cd /; IFS=:; echo $x); x='a:b'; echo $x; (return 3); echo $?",
    '\na:b\n3\n',
    '',
    0,
  ],
  [
    'bash',
    '(set -u; echo $nosuch; echo no); echo $?; (set -f; echo *); (set -C); echo $-',
    '1\n*\nhBc\n',
    'bash: line 1: nosuch: unbound variable\n',
    0,
  ],
  [
    'dash',
    '(set -u; echo $nosuch; echo no); echo $?; (set -f; echo *); (set -C); echo $-',
    '2\n*\n\n',
    'sh: 1: nosuch: parameter not set\n',
    0,
  ],
  [
    'ash',
    '(set -u; echo $nosuch; echo no); echo $?; (set -f; echo *); (set -C); echo $-',
    '2\n*\nc\n',
    'sh: nosuch: parameter not set\n',
    0,
  ],
])(
  'what a subshell changes is as before, and its EXIT handler runs: %s %s',
  (shell, script, stdout, stderr, code) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
  },
);
