import { assertNever } from '../kernel/assert-never';
import type { ChangeGroup } from './change-groups';
import type { Change } from './changes-between';
import { nameList, registryName } from './name-list';
import type { ContainerStateName } from './picture';

/** A clause that can end a sentence (`stem + end`) or go on to the next (`stem + link`). */
export interface KoreanClause {
  readonly stem: string;
  readonly end: string;
  readonly link: string;
}

/** 생겼어요, 생겼고. */
const past = (stem: string): KoreanClause => ({ stem, end: '어요', link: '고' });
/** 실행 중이에요, 실행 중이고. */
const being = (stem: string): KoreanClause => ({ stem, end: '이에요', link: '이고' });

/** 0(영), 3(삼) and 6(육) end in a consonant other than ㄹ; tens do, too. */
function codeWith(code: number): string {
  return `종료 코드 ${code}${/[036]$/.test(String(code)) ? '으로' : '로'}`;
}

function listed(names: readonly string[], noun: string): string {
  const { text, more } = nameList(names);
  return more === 0 ? `${text} ${noun}` : `${text} 외 ${more}개의 ${noun}`;
}

/** What befell containers, images and the rest, in 해요체. */
export function koreanClause({ first, names }: ChangeGroup): KoreanClause {
  const name = listed(names, '');
  switch (first.kind) {
    case 'image-pulled':
      return past(
        `${listed(names, '이미지를')} ${registryName(first.registry, 'ko')}에서 로컬로 받아 왔`,
      );
    case 'image-made':
      return past(
        first.name === null
          ? '이름 없는 이미지가 새로 생겼'
          : `${listed(names, '이미지가')} 새로 생겼`,
      );
    case 'image-named':
      return past(`같은 이미지에 ${name}이름이 더 붙었`);
    case 'image-unnamed':
      return past(`이미지는 그대로 있고 ${name}이름만 떨어졌`);
    case 'name-moved':
      return past(`${name}이름이 다른 이미지로 옮겨 갔`);
    case 'image-removed':
      return past(`${listed(names, '이미지가')} 로컬 스토리지에서 지워졌`);
    case 'image-held':
      return past(`${listed(names, '이미지가')} 이름을 잃고, 컨테이너가 딛고 선 계층만 남았`);
    case 'image-pushed':
      return past(`${listed(names, '이미지가')} ${registryName(first.registry, 'ko')}에 올라갔`);
    case 'container-made':
      return made(listed(names, '컨테이너가'), first.state, first.exitCode);
    case 'container-state':
      return moved(listed(names, '컨테이너가'), first);
    case 'container-restarted':
      return past(`${listed(names, '컨테이너가')} 새 프로세스로 다시 시작됐`);
    case 'container-removed':
      return past(`${listed(names, '컨테이너가')} 쓰기 계층와 함께 지워졌`);
    case 'container-renamed':
      return {
        stem: `\`${first.before}\` 컨테이너의 이름이 바뀌어 이제 \`${first.name}\` 컨테이너`,
        end: '예요',
        link: '이고',
      };
    case 'container-wrote':
      return past(`${listed(names, '컨테이너의')} 쓰기 계층가 바뀌었`);
    case 'memory-grew':
      return past(`${listed(names, '컨테이너가')} 쓰는 메모리가 늘었`);
    case 'memory-shrank':
      return past(`${listed(names, '컨테이너가')} 쓰는 메모리가 줄었`);
    case 'cpu-given':
      return { stem: `${listed(names, '컨테이너가')} 이제 CPU를 `, end: '써요', link: '쓰고' };
    case 'cpu-taken':
      return past(`${listed(names, '컨테이너가')} 이제 CPU를 쓰지 않게 됐`);
    case 'ports-changed':
      return past(`${listed(names, '컨테이너의')} 포트가 바뀌었`);
    case 'image-shown':
      return {
        stem: `${listed(names, '컨테이너의')} 이미지가 목록에 \`${first.shown}\` 값으로 `,
        end: '보여요',
        link: '보이고',
      };
    case 'network-joined':
      return past(`${listed(names, '컨테이너가')} \`${first.network}\` 네트워크에 연결됐`);
    case 'network-left':
      return past(`${listed(names, '컨테이너가')} \`${first.network}\` 네트워크에서 떨어졌`);
    case 'volume-made':
      return past(`${volumes(first, names)} 새로 생겼`);
    case 'volume-removed':
      return past(`${volumes(first, names)} 지워졌`);
    case 'network-made':
      return past(`${listed(names, '네트워크가')} 새로 생겼`);
    case 'network-removed':
      return past(`${listed(names, '네트워크가')} 지워졌`);
    case 'logged-in':
      return past(`\`${first.name}\` 계정으로 ${registryName(first.registry, 'ko')}에 로그인했`);
    case 'logged-out':
      return past(`${registryName(first.registry, 'ko')}에서 로그아웃했`);
    default:
      return assertNever(first);
  }
}

function volumes({ anonymous }: { readonly anonymous: boolean }, names: readonly string[]): string {
  if (!anonymous) return listed(names, '볼륨이');
  return names.length === 1 ? '익명 볼륨이' : `익명 볼륨 ${names.length}개가`;
}

function made(who: string, state: ContainerStateName, exitCode: number | null): KoreanClause {
  if (state === 'running') return being(`${who} 새로 만들어져 실행 중`);
  if (state === 'exited')
    return past(`${who} 새로 만들어져 실행된 뒤 ${codeWith(exitCode ?? 0)} 끝났`);
  if (state === 'created') return past(`${who} 만들어졌지만 아직 실행되지는 않았`);
  if (state === 'restarting')
    return {
      stem: `${who} 만들어져 실행됐다가 끝나서 다시 시작되기를 `,
      end: '기다려요',
      link: '기다리고',
    };
  return { stem: `${who} 새로 만들어져 \`${state}\` 상태`, end: '예요', link: '이고' };
}

function moved(
  who: string,
  { before, state, exitCode }: Extract<Change, { kind: 'container-state' }>,
): KoreanClause {
  if (state === 'paused')
    return {
      stem: `${who} 일시정지되어 CPU는 쓰지 않고 메모리만 `,
      end: '써요',
      link: '쓰고',
    };
  if (state === 'running' && before === 'paused')
    return { stem: `${who} 멈췄던 자리에서 다시 `, end: '움직여요', link: '움직이고' };
  if (state === 'running' && before === 'created') return past(`${who} 시작됐`);
  if (state === 'running') return past(`${who} 다시 시작됐`);
  if (state === 'exited') return past(`${who} ${codeWith(exitCode ?? 0)} 끝났지만 지워지지는 않았`);
  if (state === 'restarting')
    return {
      stem: `${who} 끝나서, 재시작 정책대로 다시 시작되기를 `,
      end: '기다려요',
      link: '기다리고',
    };
  return past(`${who} \`${state}\` 상태가 되었`);
}
