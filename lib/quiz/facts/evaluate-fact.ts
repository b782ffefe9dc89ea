import { assertNever } from '../../kernel/assert-never';
import {
  engineQuery,
  inspectContainer,
  inspectImage,
  listContainers,
  listImages,
  readContent,
  readLogs,
  resourceUse,
  type EngineQuery,
} from '../engine-query';
import { hostFile, isLoggedIn } from '../host-side';
import { heldByRegistry } from '../registry-contents';
import type { Fact, FactArgument } from './fact';
import type { FactScene } from './fact-scene';
import { hasEnded, identityOf, isGone, wasPulled } from './since-start';

/** What a fact yields. `absent` is the value of what does not exist; it equals only the word `absent`. */
export type FactValue =
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'image'; readonly id: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'absent' };

const absent: FactValue = { kind: 'absent' };
const truth = (value: boolean): FactValue => ({ kind: 'truth', truth: value });
const text = (value: string | undefined): FactValue =>
  value === undefined ? absent : { kind: 'text', text: value };
const number = (value: number): FactValue => ({ kind: 'number', value });

/** Asks a fact of the engine. The sandbox is not changed. */
export function evaluateFact(fact: Fact, scene: FactScene): FactValue {
  switch (fact.kind) {
    case 'or':
      return truth(fact.parts.some((part) => isTrue(part, scene)));
    case 'and':
      return truth(fact.parts.every((part) => isTrue(part, scene)));
    case 'not':
      return truth(!isTrue(fact.fact, scene));
    case 'text':
      return { kind: 'text', text: fact.text };
    case 'number':
      return number(fact.value);
    case 'compare':
      return truth(compare(fact, scene));
    case 'call':
      return call(fact, scene);
    default:
      return assertNever(fact);
  }
}

/** Whether a yes/no fact holds. */
export function isTrue(fact: Fact, scene: FactScene): boolean {
  const value = evaluateFact(fact, scene);
  return value.kind === 'truth' && value.truth;
}

/** A value as the text of an outcome: `yes`, `no`, `3`, `a, b`, a short image id, `absent`; an empty list is `none`. */
export function outcomeText(value: FactValue): string {
  switch (value.kind) {
    case 'truth':
      return value.truth ? 'yes' : 'no';
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'image':
      return value.id.replace(/^sha256:/, '').slice(0, 12);
    case 'list':
      return value.items.length === 0 ? 'none' : value.items.join(', ');
    case 'absent':
      return 'absent';
    default:
      return assertNever(value);
  }
}

function compare(fact: Extract<Fact, { kind: 'compare' }>, scene: FactScene): boolean {
  const left = evaluateFact(fact.left, scene);
  const right = evaluateFact(fact.right, scene);
  switch (fact.operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '>':
      return bothNumbers(left, right, (a, b) => a > b);
    case '>=':
      return bothNumbers(left, right, (a, b) => a >= b);
    case '<':
      return bothNumbers(left, right, (a, b) => a < b);
    case '<=':
      return bothNumbers(left, right, (a, b) => a <= b);
    default:
      return assertNever(fact.operator);
  }
}

function equal(left: FactValue, right: FactValue): boolean {
  if (left.kind === 'absent' || right.kind === 'absent') {
    const other = left.kind === 'absent' ? right : left;
    return other.kind === 'text' && other.text === 'absent';
  }
  return outcomeText(left) === outcomeText(right);
}

function bothNumbers(
  left: FactValue,
  right: FactValue,
  test: (a: number, b: number) => boolean,
): boolean {
  return left.kind === 'number' && right.kind === 'number' && test(left.value, right.value);
}

function variable(env: readonly string[] | null | undefined, name: string): FactValue {
  return text(env?.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1));
}

function call(fact: Extract<Fact, { kind: 'call' }>, scene: FactScene): FactValue {
  const { query } = scene;
  const word = (index: number): string => {
    const argument: FactArgument | undefined = fact.args[index];
    return typeof argument === 'string' ? argument : '';
  };
  const container = () => inspectContainer(query, word(0));
  const image = () => inspectImage(query, word(0));
  switch (fact.name) {
    case 'exists':
      return truth(container() !== null);
    case 'state':
      return text(container()?.State.Status ?? 'absent');
    case 'running':
      return truth(container()?.State.Status === 'running');
    case 'schedulable':
      return truth(resourceUse(query, word(0)).scheduled);
    case 'memory':
      return number(resourceUse(query, word(0)).memory);
    case 'exitcode': {
      const found = container();
      return found === null ? absent : number(found.State.ExitCode);
    }
    case 'made-from': {
      const found = container();
      return found === null ? absent : { kind: 'image', id: found.Image };
    }
    case 'publishes':
      return truth(hostPorts(query, word(0)).some(({ host }) => host === Number(word(1))));
    case 'host-port': {
      const port = hostPorts(query, word(0)).find(({ inside }) => inside === Number(word(1)));
      return port === undefined ? absent : number(port.host);
    }
    case 'env':
      return variable(container()?.Config.Env, word(1));
    case 'command': {
      const found = container();
      return found === null ? absent : text([found.Path, ...(found.Args ?? [])].join(' ').trim());
    }
    case 'file':
      return truth(query.head(`/containers/${word(0)}/archive`, { path: word(1) }));
    case 'content':
      return text(readContent(query, word(0), word(1)) ?? undefined);
    case 'logged':
      return truth(readLogs(query, word(0)).includes(word(1)));
    case 'mount': {
      const found = container()?.Mounts.find(({ Destination }) => Destination === word(1));
      return text(found?.Type === 'volume' ? found.Name : found?.Source);
    }
    case 'attached':
      return truth(Object.hasOwn(container()?.NetworkSettings.Networks ?? {}, word(1)));
    case 'restart-policy':
      return text(container()?.HostConfig.RestartPolicy.Name);
    case 'same': {
      const before = identityOf(word(0), engineQuery(scene.start, query.world));
      const now = before === null ? null : identityOf(word(0), query, before.kind);
      return truth(now !== null && now.id === before?.id && !isGone(now, scene));
    }
    case 'removed': {
      const before = identityOf(word(0), engineQuery(scene.start, query.world));
      return truth(before !== null && isGone(before, scene));
    }
    case 'ended': {
      const before = identityOf(word(0), engineQuery(scene.start, query.world), 'container');
      return truth(before !== null && hasEnded(before, scene));
    }
    case 'pulled':
      return truth(wasPulled(word(0), scene));
    case 'containers': {
      const wanted = fact.args.length === 0 ? null : (image()?.Id ?? '');
      const names = listContainers(query)
        .filter(({ ImageID }) => wanted === null || ImageID === wanted)
        .map(({ Names }) => (Names[0] ?? '').replace(/^\//, ''));
      return { kind: 'list', items: names.sort() };
    }
    case 'local':
      return truth(image() !== null);
    case 'image': {
      const found = image();
      return found === null ? absent : { kind: 'image', id: found.Id };
    }
    case 'names':
      return { kind: 'list', items: [...(image()?.RepoTags ?? [])].sort() };
    case 'images': {
      const names = listImages(query).flatMap(({ RepoTags }) => RepoTags ?? []);
      return { kind: 'list', items: names.filter((name) => name !== '<none>:<none>').sort() };
    }
    case 'size': {
      const found = image();
      return found === null ? absent : number(found.Size);
    }
    case 'layers': {
      const found = image();
      return found === null ? absent : number(found.RootFS.Layers?.length ?? 0);
    }
    case 'image-env':
      return variable(image()?.Config.Env, word(1));
    case 'image-command': {
      const found = image();
      if (found === null) return absent;
      return text([...(found.Config.Entrypoint ?? []), ...(found.Config.Cmd ?? [])].join(' '));
    }
    case 'hub':
      return truth(heldByRegistry(word(0), query.sandbox, query.world));
    case 'logged-in':
      return truth(isLoggedIn(word(0), query.sandbox));
    case 'host-file':
      return truth(hostFile(word(0), query) !== null);
    case 'host-content': {
      const entry = hostFile(word(0), query);
      return text(entry?.kind === 'text' ? entry.text.trimEnd() : undefined);
    }
    case 'volume':
      return truth(query.get(`/volumes/${word(0)}`) !== null);
    case 'network':
      return truth(query.get(`/networks/${word(0)}`) !== null);
    case 'count': {
      const list = fact.args[0];
      if (list === undefined || typeof list === 'string') return absent;
      const value = evaluateFact(list, scene);
      return value.kind === 'list' ? number(value.items.length) : absent;
    }
    default:
      return assertNever(fact.name);
  }
}

/** The host's TCP ports that lead to a container now. */
function hostPorts(
  query: EngineQuery,
  name: string,
): { readonly host: number; readonly inside: number }[] {
  const id = inspectContainer(query, name)?.Id;
  const listed = listContainers(query).find(({ Id }) => Id === id);
  return (listed?.Ports ?? []).flatMap(({ PublicPort, PrivatePort, Type }) =>
    PublicPort === undefined || Type !== 'tcp' ? [] : [{ host: PublicPort, inside: PrivatePort }],
  );
}
