import { evaluatePipeline } from './evaluate-pipeline';
import { lastPlace, type Execution, type Place } from './execution';
import { goQuote } from './go-quote';
import { pipelineText, type TemplateNode } from './nodes';
import { formatValue, printValue } from './print';
import {
  elementsOf,
  entriesOf,
  GoValue,
  indirect,
  INT,
  isInvalid,
  isTrue,
  NO_VALUE,
  STRING,
} from './value';

type Flow = 'next' | 'break' | 'continue';
type Control = TemplateNode & { kind: 'if' | 'with' | 'range' };

/** Runs the nodes of a parsed template (text/template `exec.go`, `walk`): what they write is in the execution's output. */
export function evaluate(execution: Execution, nodes: readonly TemplateNode[], dot: GoValue): Flow {
  for (const node of nodes) {
    execution.step();
    const flow = evaluateNode(execution, node, dot);
    if (flow !== 'next') return flow;
  }
  return 'next';
}

function evaluateNode(execution: Execution, node: TemplateNode, dot: GoValue): Flow {
  switch (node.kind) {
    case 'text':
      execution.write(node.text);
      return 'next';
    case 'action': {
      const value = evaluatePipeline(execution, node.pipeline, dot);
      if (node.pipeline.variables.length === 0) execution.write(printValue(value));
      return 'next';
    }
    case 'if':
    case 'with':
      return execution.scoped(() => {
        const value = evaluatePipeline(execution, node.pipeline, dot);
        if (!isTrue(value)) return evaluate(execution, node.otherwise ?? [], dot);
        return evaluate(execution, node.body, node.kind === 'with' ? value : dot);
      });
    case 'range':
      return execution.scoped(() => range(execution, node, dot));
    case 'template':
      return callTemplate(execution, node, dot);
    default:
      return node.kind;
  }
}

function range(execution: Execution, node: Control, dot: GoValue): Flow {
  const place = lastPlace(node.pipeline);
  const { value } = indirect(evaluatePipeline(execution, node.pipeline, dot));
  const { variables } = node.pipeline;
  const items = itemsOf(execution, value, place, variables.length);
  if (items.length === 0) return evaluate(execution, node.otherwise ?? [], dot);
  const [elementName, keyName] = [...variables].reverse();
  for (const [key, element] of items) {
    execution.step();
    const flow = execution.scoped(() => {
      if (elementName !== undefined) execution.assign(elementName, element);
      if (keyName !== undefined) execution.assign(keyName, key);
      return evaluate(execution, node.body, element);
    });
    if (flow === 'break') break;
  }
  return 'next';
}

/** The keys and elements that `range` goes through. */
function itemsOf(
  execution: Execution,
  value: GoValue,
  place: Place,
  variables: number,
): [GoValue, GoValue][] {
  switch (value.type.kind) {
    case 'slice':
      return elementsOf(value).map((element, at) => [new GoValue(INT, at), element]);
    case 'map':
      return entriesOf(value).map(([key, element]) => [new GoValue(STRING, key), element]);
    case 'int':
    case 'uint': {
      const count = Number(value.data);
      if (variables > 1) {
        execution.fail(place, `can't use ${count} to iterate over more than one variable`);
      }
      execution.mayStep(count);
      return Array.from({ length: Math.max(0, count) }, (_, at) => {
        const number = new GoValue(value.type, at);
        return [number, number];
      });
    }
    default:
      if (isInvalid(value)) return [];
      return execution.fail(place, `range can't iterate over ${formatValue(value)}`);
  }
}

function callTemplate(
  execution: Execution,
  node: TemplateNode & { kind: 'template' },
  dot: GoValue,
): Flow {
  const shown = node.pipeline === null ? '' : ` ${pipelineText(node.pipeline)}`;
  const place = { at: node.at, text: () => `{{template ${goQuote(node.name)}${shown}}}` };
  const body = execution.template.defined.get(node.name);
  if (body === undefined) {
    return execution.fail(place, `template ${goQuote(node.name)} not defined`);
  }
  execution.mayCall(place);
  const argument =
    node.pipeline === null ? NO_VALUE : evaluatePipeline(execution, node.pipeline, dot);
  execution.call(node.name, argument, () => evaluate(execution, body, argument));
  return 'next';
}
