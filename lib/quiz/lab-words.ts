import { assertNever } from '../kernel/assert-never';
import { own } from '../kernel/own';
import type { Fact, FactName } from './facts/fact';
import type { Words } from './types';

/*
 * What a fact says to a learner, for the list of goals of a hands-on question. Only facts that can be said in one short sentence have words of their
 * own; for the others the author writes them. The Korean sentences put a word that is known after each name, so that no particle depends on how a
 * name is read.
 */

type Said = (...names: readonly string[]) => Words;

const stateWords: Readonly<Record<string, Words>> = {
  created: { ko: '만들어지기만 한', en: 'created' },
  running: { ko: '실행 중인', en: 'running' },
  paused: { ko: '일시정지', en: 'paused' },
  exited: { ko: '종료된', en: 'exited' },
};

/** Facts that hold. */
const holding: Readonly<Partial<Record<FactName, Said>>> = {
  exists: (c) => ({ ko: `\`${c}\` 컨테이너가 있어요`, en: `There is a container \`${c}\`` }),
  running: (c) => ({
    ko: `\`${c}\` 컨테이너가 실행 중이에요`,
    en: `The container \`${c}\` is running`,
  }),
  publishes: (c, port) => ({
    ko: `호스트의 ${port}번 포트가 \`${c}\` 컨테이너로 이어져요`,
    en: `Host port ${port} leads to \`${c}\``,
  }),
  file: (c, path) => ({
    ko: `\`${c}\` 컨테이너에 \`${path}\` 파일이 있어요`,
    en: `\`${c}\` has the file \`${path}\``,
  }),
  logged: (c, words) => ({
    ko: `\`${c}\` 컨테이너가 \`${words}\` 출력을 남겼어요`,
    en: `\`${c}\` has printed \`${words}\``,
  }),
  attached: (c, network) => ({
    ko: `\`${c}\` 컨테이너가 \`${network}\` 네트워크에 붙어 있어요`,
    en: `\`${c}\` is on the network \`${network}\``,
  }),
  same: (a) => ({
    ko: `\`${a}\`: 새로 만들지 않고, 처음에 있던 것 그대로예요`,
    en: `\`${a}\` is still the one from the start`,
  }),
  removed: (a) => ({
    ko: `처음에 있던 \`${a}\`: 지워졌어요`,
    en: `The \`${a}\` from the start is gone`,
  }),
  ended: (c) => ({ ko: `\`${c}\` 컨테이너가 멈췄어요`, en: `\`${c}\` has ended` }),
  pulled: (a) => ({ ko: `\`${a}\` 이미지를 받았어요`, en: `\`${a}\` has been pulled` }),
  local: (a) => ({
    ko: `\`${a}\` 이미지가 로컬 스토리지에 있어요`,
    en: `The image \`${a}\` is in the local store`,
  }),
  hub: (a) => ({
    ko: `\`${a}\` 이미지가 레지스트리에 올라가 있어요`,
    en: `The registry holds the image \`${a}\``,
  }),
  'logged-in': (host) => ({
    ko: `\`${host}\` 레지스트리에 로그인되어 있어요`,
    en: `You are logged in to \`${host}\``,
  }),
  'host-file': (path) => ({
    ko: `호스트에 \`${path}\` 파일이 있어요`,
    en: `The host has the file \`${path}\``,
  }),
  volume: (v) => ({ ko: `\`${v}\` 볼륨이 있어요`, en: `There is a volume \`${v}\`` }),
  network: (n) => ({ ko: `\`${n}\` 네트워크가 있어요`, en: `There is a network \`${n}\`` }),
};

/** Facts that do not hold. */
const lacking: Readonly<Partial<Record<FactName, Said>>> = {
  exists: (c) => ({ ko: `\`${c}\` 컨테이너가 없어요`, en: `There is no container \`${c}\`` }),
  running: (c) => ({
    ko: `\`${c}\` 컨테이너가 실행 중이 아니에요`,
    en: `The container \`${c}\` is not running`,
  }),
  publishes: (c, port) => ({
    ko: `호스트의 ${port}번 포트가 \`${c}\` 컨테이너로 이어지지 않아요`,
    en: `Host port ${port} does not lead to \`${c}\``,
  }),
  file: (c, path) => ({
    ko: `\`${c}\` 컨테이너에 \`${path}\` 파일이 없어요`,
    en: `\`${c}\` has no file \`${path}\``,
  }),
  attached: (c, network) => ({
    ko: `\`${c}\` 컨테이너가 \`${network}\` 네트워크에 붙어 있지 않아요`,
    en: `\`${c}\` is not on the network \`${network}\``,
  }),
  same: (c) => ({
    ko: `\`${c}\`: 처음에 있던 것이 아니라 새로 만든 것이에요`,
    en: `\`${c}\` is not the one from the start but a new one`,
  }),
  local: (a) => ({
    ko: `\`${a}\` 이미지가 로컬 스토리지에 없어요`,
    en: `The image \`${a}\` is not in the local store`,
  }),
  'logged-in': (host) => ({
    ko: `\`${host}\` 레지스트리에서 로그아웃되어 있어요`,
    en: `You are logged out of \`${host}\``,
  }),
  volume: (v) => ({ ko: `\`${v}\` 볼륨이 없어요`, en: `There is no volume \`${v}\`` }),
  network: (n) => ({ ko: `\`${n}\` 네트워크가 없어요`, en: `There is no network \`${n}\`` }),
};

/** What may not happen, as a rule to keep to. */
const forbidden: Readonly<Partial<Record<FactName, Said>>> = {
  removed: (a) => ({ ko: `\`${a}\`: 지우지 않기`, en: `Do not remove \`${a}\`` }),
  ended: (c) => ({
    ko: `\`${c}\` 컨테이너를 멈추지 않기`,
    en: `Do not let \`${c}\` stop, not even for a moment`,
  }),
  pulled: (a) => ({ ko: `\`${a}\` 이미지를 내려받지 않기`, en: `Do not pull \`${a}\`` }),
};

function said(fact: Fact, sentences: Readonly<Partial<Record<FactName, Said>>>): Words | null {
  if (fact.kind !== 'call') return null;
  const names = fact.args.map((argument) => (typeof argument === 'string' ? argument : ''));
  return sentences[fact.name]?.(...names) ?? null;
}

/** The words of `host-port(c, 80) == 8080`, `made-from(c) == image(i)` and other comparisons. */
function equality(left: Fact, right: Fact): Words | null {
  if (left.kind !== 'call') return null;
  const [first, second] = left.args.map((argument) =>
    typeof argument === 'string' ? argument : '',
  );
  const name = first ?? '';
  if (right.kind === 'call') {
    const other = right.args[0];
    if (right.name !== 'image' || typeof other !== 'string') return null;
    if (left.name === 'made-from') {
      return {
        ko: `\`${name}\` 컨테이너는 \`${other}\` 이미지로 만들었어요`,
        en: `\`${name}\` is made from the image \`${other}\``,
      };
    }
    return left.name === 'image'
      ? {
          ko: `\`${name}\`, \`${other}\` 두 이름이 같은 이미지를 가리켜요`,
          en: `\`${name}\` and \`${other}\` point to the same image`,
        }
      : null;
  }
  if (right.kind !== 'text' && right.kind !== 'number') return null;
  const value = right.kind === 'text' ? right.text : String(right.value);
  switch (left.name) {
    case 'state': {
      const state = own(stateWords, value);
      return state === undefined
        ? null
        : {
            ko: `\`${name}\` 컨테이너가 ${state.ko} 상태예요`,
            en: `The container \`${name}\` is ${state.en}`,
          };
    }
    case 'host-port':
      return {
        ko: `호스트의 ${value}번 포트가 \`${name}\` 컨테이너의 ${second ?? ''}번 포트로 이어져요`,
        en: `Host port ${value} leads to port ${second ?? ''} of \`${name}\``,
      };
    case 'env':
      return {
        ko: `\`${name}\` 컨테이너의 환경 변수 \`${second ?? ''}\` 값: \`${value}\``,
        en: `In \`${name}\` the variable \`${second ?? ''}\` is \`${value}\``,
      };
    case 'mount':
      return {
        ko: `\`${name}\` 컨테이너의 \`${second ?? ''}\` 자리에 \`${value}\` 볼륨이 붙어 있어요`,
        en: `\`${value}\` is mounted at \`${second ?? ''}\` of \`${name}\``,
      };
    case 'content':
      return {
        ko: `\`${name}\` 컨테이너의 \`${second ?? ''}\` 파일 내용: \`${value}\``,
        en: `The file \`${second ?? ''}\` of \`${name}\` says \`${value}\``,
      };
    case 'host-content':
      return {
        ko: `호스트의 \`${name}\` 파일 내용: \`${value}\``,
        en: `The host's file \`${name}\` says \`${value}\``,
      };
    case 'exitcode':
      return {
        ko: `\`${name}\` 컨테이너의 종료 코드: ${value}`,
        en: `The exit code of \`${name}\` is ${value}`,
      };
    default:
      return null;
  }
}

/** What a goal says to the learner, in both languages; null when the author must say it. */
export function goalWords(fact: Fact): Words | null {
  switch (fact.kind) {
    case 'call':
      return said(fact, holding);
    case 'not':
      return said(fact.fact, lacking);
    case 'compare':
      return fact.operator === '==' ? equality(fact.left, fact.right) : null;
    case 'and':
    case 'or':
    case 'text':
    case 'number':
      return null;
    default:
      return assertNever(fact);
  }
}

/** What a rule that may not be broken says to the learner; null when the author must say it. */
export function neverWords(fact: Fact): Words | null {
  return said(fact, forbidden);
}
