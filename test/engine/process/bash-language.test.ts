import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('arrays', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'a=(x y); a[3]=z; a+=(q "r s"); echo ${a[1]} ${a[-1]} ${#a[@]} "${!a[@]}"; for i in "${a[@]}"; do echo "<$i>"; done',
      'y r s 5 0 1 3 4 5\n<x>\n<y>\n<z>\n<q>\n<r s>\n',
      '',
      0,
    ],
    [
      'bash',
      'a=(x y z); unset \'a[1]\'; echo ${a[@]} ${!a[@]} ${#a[@]} $a ${#a}; a[7]=q; declare -p a; unset a; echo "[${a[@]}]"',
      'x z 0 2 2 x 1\ndeclare -a a=([0]="x" [2]="z" [7]="q")\n[]\n',
      '',
      0,
    ],
    ['bash', 'a=([3]=x [1]=y z); declare -p a', 'declare -a a=([1]="y" [2]="z" [3]="x")\n', '', 0],
    [
      'bash',
      'a=(1 2 3 4); echo ${a[@]:1:2} "${a[*]}"; IFS=,; echo "${a[*]}"',
      '2 3 1 2 3 4\n1,2,3,4\n',
      '',
      0,
    ],
    ['bash', 'a=(foo bar); echo ${a[@]/o/0} ${a[@]^} ${a[@]#f}', 'f0o bar Foo Bar oo bar\n', '', 0],
    ['bash', 'a[$((1+1))]=x; i=2; echo ${a[i]} ${a[$i]} $((i * 2))', 'x x 4\n', '', 0],
    [
      'bash',
      'declare -a e; echo ${#e[@]}; declare -p e; e+=(q); a=x; a+=(y); declare -p a',
      '0\ndeclare -a e\ndeclare -a a=([0]="x" [1]="y")\n',
      '',
      0,
    ],
    ['bash', 'f() { local -a a=(1 2); echo ${a[@]}; }; a=(3); f; echo ${a[@]}', '1 2\n3\n', '', 0],
    ['bash', 'a=(x); (a=(y); echo $a); echo $a', 'y\nx\n', '', 0],
    ['bash', 'declare -A m=([k]=v); m[l]=w; echo ${m[k]} ${m[l]} ${#m[@]}', 'v w 2\n', '', 0],
    [
      'bash',
      'declare -A m=([a]=1 [foo]=3 [constructor]=4); m[__proto__]=5; echo ${m[a]} ${#m[@]} ${m[toString]}; declare -p m; echo "${!m[@]}"',
      '1 4\ndeclare -A m=([__proto__]="5" [a]="1" [foo]="3" [constructor]="4" )\n__proto__ a foo constructor\n',
      '',
      0,
    ],
    [
      'bash',
      'a=5; echo $(( a[0] )) ${a[0]} ${a[1]} ${#a[@]}; echo "${!nosuch}"',
      '5 5 1\n',
      'bash: line 1: nosuch: invalid indirect expansion\n',
      1,
    ],
    [
      'bash',
      'echo a=(1)',
      '',
      "bash: -c: line 1: syntax error near unexpected token `('\nbash: -c: line 1: `echo a=(1)'\n",
      2,
    ],
    ['bash', 'printf -v x "%03d" 7; printf -v "a[1]" "%s" y; echo $x ${a[1]}', '007 y\n', '', 0],
    ['bash', "readarray -t b <<< $'x\\ny'; echo ${#b[@]} ${b[1]}", '2 y\n', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

describe('conditions', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      '[[ foo.txt == *.txt ]] && echo t; [[ foo != f?o ]] || echo q; p="f*"; [[ foo == $p ]] && echo p; [[ foo == "$p" ]] || echo quoted',
      't\nq\np\nquoted\n',
      '',
      0,
    ],
    [
      'bash',
      '[[ "2024-01-15" =~ ^([0-9]{4})-([0-9]{2}) ]] && echo "${BASH_REMATCH[1]} ${BASH_REMATCH[2]} ${#BASH_REMATCH[@]}"',
      '2024 01 3\n',
      '',
      0,
    ],
    ['bash', '[[ -n $HOME && ( 1 -eq 1 || 2 -eq 3 ) ]] && echo yes', 'yes\n', '', 0],
    [
      'bash',
      '[[ a < b ]]; echo $?; [[ b > c ]]; echo $?; x="a b"; [[ $x == "a b" ]]; echo $?',
      '0\n1\n0\n',
      '',
      0,
    ],
    [
      'bash',
      '[[ -d / && ! -e /nosuch ]]; echo $?; [[ x -lt 3 ]]; echo $?; [[ -v HOME ]]; echo $?',
      '0\n0\n0\n',
      '',
      0,
    ],
    ['bash', 'if [[ $1 ]]; then echo one; else echo none; fi', 'none\n', '', 0],
    ['bash', '[[ a =~ [ ]]; echo $?', '2\n', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

describe('arithmetic', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'x=5; ((x++)); echo $x; ((x+=10, x*=2)); echo $x; ((x==0)); echo $?; ((  )); echo $?',
      '6\n32\n1\n1\n',
      '',
      0,
    ],
    [
      'bash',
      'for ((i=0, j=10; i<j; i+=3, j--)); do echo $i $j; done; for ((;;)); do break; done; echo end',
      '0 10\n3 9\n6 8\nend\n',
      '',
      0,
    ],
    [
      'bash',
      'for ((i=0;i<5;i++)); do ((i==1)) && continue; ((i==3)) && break; echo $i; done',
      '0\n2\n',
      '',
      0,
    ],
    [
      'bash',
      'b=(3 4); echo $((b[1]*2)); ((b[0]++)); echo ${b[0]} $[1+2] $((2#101 + 16#ff))',
      '8\n4 3 260\n',
      '',
      0,
    ],
    [
      'bash',
      'let x=1+2; echo $x; let "x -= 3"; echo $? $x; let; echo $?',
      '3\n1 0\n1\n',
      'bash: line 1: let: expression expected\n',
      0,
    ],
    [
      'bash',
      '((1/0)); echo $?; echo $((1+)); echo never',
      '1\n',
      'bash: line 1: ((: 1/0: division by 0 (error token is "0")\nbash: line 1: 1+: syntax error: operand expected (error token is "+")\n',
      1,
    ],
    [
      'bash',
      'echo $(( 5 / 0 ))',
      '',
      'bash: line 1: PID / 0 : division by 0 (error token is "0 ")\n',
      1,
    ],
    [
      'bash',
      'echo $((1 2))',
      '',
      'bash: line 1: PID 2: syntax error in expression (error token is "2")\n',
      1,
    ],
    [
      'bash',
      'echo $((08))',
      '',
      'bash: line 1: 08: value too great for base (error token is "08")\n',
      1,
    ],
    [
      'bash',
      'declare -i x=1+2; declare -u U=abc; declare -r z=3; echo $x $U; declare -p z; z=4; echo no',
      '3 ABC\ndeclare -r z="3"\n',
      'bash: line 1: z: readonly variable\n',
      1,
    ],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});
