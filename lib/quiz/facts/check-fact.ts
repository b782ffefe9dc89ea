import {
  factType,
  signatureOf,
  type Fact,
  type FactArgument,
  type FactName,
  type Operator,
} from './fact';
import { stop } from './fact-problem';

/** Whether a parameter stands in a text; then its type is checked only when it is filled in. */
export function hasParameter(text: string): boolean {
  return /<[a-zA-Z]/.test(text);
}

/** Whether a call has the arguments that its fact takes. */
export function checkCall(name: FactName, args: readonly FactArgument[], at: number): void {
  const { takes, required, example } = signatureOf(name);
  if (args.length < required || args.length > takes.length) {
    const wanted = required === takes.length ? String(required) : `${required} to ${takes.length}`;
    stop(at, `\`${name}\` takes ${wanted} argument(s), not ${args.length}`, `write \`${example}\``);
  }
  args.forEach((argument, i) => {
    const kind = takes[i];
    if (kind === 'list') {
      if (typeof argument === 'string' || factType(argument) !== 'list') {
        stop(at, `\`${name}\` takes a list`, `write \`${example}\``);
      }
      return;
    }
    if (typeof argument !== 'string') {
      stop(argument.at, `\`${name}\` takes a name here, not another fact`, `write \`${example}\``);
    }
    if (hasParameter(argument)) return;
    if (kind === 'port' && !/^[1-9]\d{0,4}$/.test(argument)) {
      stop(at, `\`${argument}\` is not a port`, `write \`${example}\``);
    }
    if (kind === 'path' && !argument.startsWith('/')) {
      stop(at, `\`${argument}\` is not an absolute path`, `write \`${example}\``);
    }
  });
}

/** Whether both sides of a comparison can be compared in this way. */
export function checkComparison(left: Fact, operator: Operator, right: Fact, at: number): void {
  const [a, b] = [factType(left), factType(right)];
  if (a === 'truth' || b === 'truth') {
    stop(at, 'a yes/no fact is not compared', 'write the fact itself, or `not` before it');
  }
  if ([left, right].some((side) => side.kind === 'text' && hasParameter(side.text))) return;
  const absent = [left, right].some((side) => side.kind === 'text' && side.text === 'absent');
  if (operator !== '==' && operator !== '!=') {
    if (a !== 'number' || b !== 'number') {
      stop(
        at,
        `\`${operator}\` compares numbers only`,
        'use `==` or `!=`, or a fact that is a number such as `memory(web)`',
      );
    }
    return;
  }
  if (absent || a === b) return;
  if (a === 'list' || b === 'list') {
    if ([a, b].includes('text')) return;
    stop(
      at,
      'a list is compared with a text such as "a, b"',
      'or count it: `count(containers()) == 2`',
    );
  }
  if (a === 'image' || b === 'image') {
    stop(
      at,
      'an image is compared with another image',
      'write `image(a) == image(b)` or `made-from(web) == image(nginx)`',
    );
  }
  if ([left, right].some((side) => side.kind === 'number')) {
    const literal = left.kind === 'number' ? left : right;
    stop(
      literal.at,
      'a text is compared with a number',
      `put the number in quotes: \`"${literal.kind === 'number' ? literal.value : ''}"\``,
    );
  }
  stop(at, 'a number is compared with a text', 'write a number without quotes');
}
