/**
 * The parse tree of a Go template and its text. Positions are offsets into the template; `nodeText` is what Go's
 * error messages show between `<` and `>` (text/template/parse `node.go`).
 */

export type Operand =
  | { readonly kind: 'dot' | 'nil'; readonly at: number }
  | { readonly kind: 'bool'; readonly at: number; readonly value: boolean }
  | {
      readonly kind: 'number';
      readonly at: number;
      readonly text: string;
      readonly value: number;
      readonly isInteger: boolean;
    }
  | {
      readonly kind: 'string';
      readonly at: number;
      readonly quoted: string;
      readonly value: string;
    }
  /** `.A.B`; the position is that of the second name when there are several. */
  | { readonly kind: 'field'; readonly at: number; readonly names: readonly string[] }
  /** `$x.A`; `names` does not hold the variable. */
  | {
      readonly kind: 'variable';
      readonly at: number;
      readonly name: string;
      readonly names: readonly string[];
    }
  /** `(pipeline).A` and `function.A`. */
  | {
      readonly kind: 'chain';
      readonly at: number;
      readonly base: Operand;
      readonly names: readonly string[];
    }
  | { readonly kind: 'function'; readonly at: number; readonly name: string }
  | { readonly kind: 'pipeline'; readonly at: number; readonly pipeline: Pipeline };

/** An operand with its arguments. */
export interface CommandNode {
  readonly at: number;
  readonly operands: readonly [Operand, ...Operand[]];
}

/** `$a, $b := command | command`. */
export interface Pipeline {
  readonly at: number;
  readonly variables: readonly string[];
  /** `=` instead of `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly CommandNode[];
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'action'; readonly at: number; readonly pipeline: Pipeline }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly at: number;
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[] | null;
    }
  | { readonly kind: 'break' | 'continue'; readonly at: number }
  | {
      readonly kind: 'template';
      readonly at: number;
      readonly name: string;
      readonly pipeline: Pipeline | null;
    };

/** The text of an operand as Go writes it back. */
export function operandText(node: Operand): string {
  switch (node.kind) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'number':
      return node.text;
    case 'string':
      return node.quoted;
    case 'field':
      return node.names.map((name) => `.${name}`).join('');
    case 'variable':
      return [node.name, ...node.names].join('.');
    case 'chain':
      return `${operandText(node.base)}${node.names.map((name) => `.${name}`).join('')}`;
    case 'function':
      return node.name;
    case 'pipeline':
      return `(${pipelineText(node.pipeline)})`;
  }
}

/** `index .Names 0`. */
export function commandText(command: CommandNode): string {
  return command.operands.map(operandText).join(' ');
}

/** `$x := .A | upper`. */
export function pipelineText(pipeline: Pipeline): string {
  const declared = pipeline.variables.join(', ');
  const head = declared === '' ? '' : `${declared} ${pipeline.assigns ? '=' : ':='} `;
  return head + pipeline.commands.map(commandText).join(' | ');
}
