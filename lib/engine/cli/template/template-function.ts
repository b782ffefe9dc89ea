import type { Result } from '../../../kernel/result';
import type { GoValue } from './value';

/** What a parameter takes: a Go type, or anything at all (`value`). */
export type Parameter = 'string' | 'int' | '[]string' | 'value';

/** One function. `variadic`: the last parameter may be repeated or left out. The error is Go's text. */
export interface TemplateFunction {
  readonly parameters: readonly Parameter[];
  readonly variadic?: boolean;
  call(args: readonly GoValue[]): Result<GoValue, string>;
}
