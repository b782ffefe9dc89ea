import { err, ok, type Result } from '../../kernel/result';
import { didYouMean } from '../nearest-word';
import { checkCall, checkComparison, hasParameter } from './check-fact';
import {
  factType,
  isFactName,
  signatureOf,
  vocabulary,
  type Fact,
  type FactArgument,
  type Operator,
} from './fact';
import { FactStop, stop, type FactProblem } from './fact-problem';
import { tokenise, type Token } from './tokenise-fact';

/*
 * The grammar of facts:
 *
 *   fact        = either
 *   either      = both ("or" both)*
 *   both        = single ("and" single)*
 *   single      = "not" single | "(" either ")" | comparison
 *   comparison  = operand [("==" | "!=" | ">" | ">=" | "<" | "<=") operand]
 *   operand     = call | number | text | word
 *   call        = word "(" [argument ("," argument)*] ")"      no space before "("
 *   argument    = call | text | word
 *   number      = digits ["." digits] ["B" | "kB" | "MB" | "GB"]
 *   text        = '"' anything but '"' '"'
 *   word        = one or more of: <parameter>, or a character that is not space, comma, bracket, quote or comparison sign
 *
 * A word with a parameter in it stands for any word, number or port: its type is checked when the parameter is filled in.
 */

const operators: readonly string[] = ['==', '!=', '>', '>=', '<', '<='];
const maximalLength = 500;
const maximalDepth = 20;

function isOperator(text: string): text is Operator {
  return operators.includes(text);
}

const unitBytes: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

function numberOf(word: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(B|kB|MB|GB)?$/.exec(word);
  if (match?.[1] === undefined) return null;
  return Math.round(Number(match[1]) * (unitBytes[match[2] ?? 'B'] ?? 1) * 1000) / 1000;
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
  ) {}

  whole(): Fact {
    const fact = this.either();
    const left = this.peek();
    if (left !== undefined) {
      stop(left.at, `\`${left.text}\` is not expected here`, 'join facts with `and` or `or`');
    }
    return fact;
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.index + ahead];
  }

  private isWord(text: string): boolean {
    const token = this.peek();
    return token?.kind === 'word' && token.text === text && !this.isCall();
  }

  private isSign(text: string): boolean {
    const token = this.peek();
    return token?.kind === 'sign' && token.text === text;
  }

  private isCall(): boolean {
    const [word, bracket] = [this.peek(), this.peek(1)];
    return (
      word?.kind === 'word' &&
      bracket?.text === '(' &&
      bracket.kind === 'sign' &&
      bracket.at === word.end
    );
  }

  private either(): Fact {
    return this.joined('or', () => this.joined('and', () => this.single()));
  }

  private joined(word: 'or' | 'and', part: () => Fact): Fact {
    const first = part();
    const parts = [first];
    while (this.isWord(word)) {
      this.index++;
      parts.push(part());
    }
    if (parts.length === 1) return first;
    for (const fact of parts) this.needTruth(fact, word);
    return { kind: word, parts, at: first.at };
  }

  private needTruth(fact: Fact, word: string): void {
    if (factType(fact) === 'truth') return;
    stop(
      fact.at,
      `\`${word}\` joins yes/no facts, and this is not one`,
      'compare it, for example `state(web) == paused`',
    );
  }

  private single(): Fact {
    const token = this.peek();
    if (++this.depth > maximalDepth) {
      stop(
        token?.at ?? this.length,
        'the fact is nested too deeply',
        'split it into several facts',
      );
    }
    const fact = this.singleInside(token);
    this.depth--;
    return fact;
  }

  private singleInside(token: Token | undefined): Fact {
    if (token !== undefined && this.isWord('not')) {
      this.index++;
      const fact = this.single();
      this.needTruth(fact, 'not');
      return { kind: 'not', fact, at: token.at };
    }
    if (token !== undefined && this.isSign('(')) {
      this.index++;
      const fact = this.either();
      if (!this.isSign(')'))
        stop(this.peek()?.at ?? this.length, 'a bracket is never closed', 'add `)`');
      this.index++;
      return fact;
    }
    return this.comparison();
  }

  private comparison(): Fact {
    const left = this.operand();
    const token = this.peek();
    if (token?.kind !== 'sign' || !isOperator(token.text)) {
      if (left.kind === 'text' || left.kind === 'number') {
        if (left.kind === 'text' && hasParameter(left.text)) {
          stop(left.at, 'a parameter alone is not a fact', 'name a fact, for example `state(web)`');
        }
        const word = left.kind === 'text' ? left.text : String(left.value);
        const called = isFactName(word)
          ? `write \`${signatureOf(word).example}\``
          : didYouMean(word, Object.keys(vocabulary));
        stop(left.at, `\`${word}\` alone is not a fact`, called);
      }
      return left;
    }
    this.index++;
    const right = this.operand();
    checkComparison(left, token.text, right, token.at);
    return { kind: 'compare', operator: token.text, left, right, at: left.at };
  }

  private operand(): Fact {
    const token = this.peek();
    if (token === undefined)
      stop(this.length, 'the fact ends too early', 'name a fact, for example `state(web)`');
    if (token.kind === 'sign') {
      stop(
        token.at,
        `\`${token.text}\` is not expected here`,
        'name a fact, for example `state(web)`',
      );
    }
    if (this.isCall()) return this.call();
    this.index++;
    if (token.kind === 'text') return { kind: 'text', text: token.text, at: token.at };
    const number = numberOf(token.text);
    if (number !== null) return { kind: 'number', value: number, at: token.at };
    return { kind: 'text', text: token.text, at: token.at };
  }

  private call(): Fact {
    const word = this.peek();
    if (word === undefined) stop(this.length, 'the fact ends too early', '');
    if (!isFactName(word.text)) {
      stop(
        word.at,
        `there is no fact \`${word.text}(…)\``,
        didYouMean(word.text, Object.keys(vocabulary)),
      );
    }
    this.index += 2;
    const args: FactArgument[] = [];
    if (!this.isSign(')')) {
      args.push(this.argument());
      while (this.isSign(',')) {
        this.index++;
        args.push(this.argument());
      }
    }
    if (!this.isSign(')')) {
      stop(
        this.peek()?.at ?? this.length,
        `\`${word.text}(\` is never closed`,
        'add `)`; quote an argument that has spaces',
      );
    }
    this.index++;
    checkCall(word.text, args, word.at);
    return { kind: 'call', name: word.text, args, at: word.at };
  }

  private argument(): FactArgument {
    const token = this.peek();
    if (token === undefined || token.kind === 'sign') {
      stop(
        token?.at ?? this.length,
        'an argument is missing',
        'name a container, an image, a port …',
      );
    }
    if (this.isCall()) {
      if (++this.depth > maximalDepth) stop(token.at, 'the fact is nested too deeply', 'split it');
      const call = this.call();
      this.depth--;
      return call;
    }
    this.index++;
    return token.text;
  }
}

/**
 * Reads a fact and checks names, arguments and types. Linear in the text, which has at most 500 characters. The first
 * problem is returned with its offset.
 */
export function parseFact(text: string): Result<Fact, FactProblem> {
  if (text.length > maximalLength) {
    return err({
      at: 0,
      message: 'the fact is too long',
      instead: `use at most ${maximalLength} characters`,
    });
  }
  try {
    return ok(new Parser(tokenise(text), text.length).whole());
  } catch (problem) {
    if (problem instanceof FactStop) return err(problem.problem);
    throw problem;
  }
}
