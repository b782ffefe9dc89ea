import { describe, expect, it, test } from 'vitest';
import type { Change } from '@/lib/stage/changes-between';
import { sentenceOf } from '@/lib/stage/sentence-of';

const done = { exitCode: 0 };
const container = 'c0ffee000000';
const image = '1dd000000000';

/** A change, and what is said of it alone: in Korean, in English. */
const table: readonly (readonly [Change, string, string])[] = [
  [
    { kind: 'image-pulled', image, name: 'nginx:latest', registry: 'docker.io' },
    '`nginx:latest` 이미지를 도커 허브에서 로컬로 받아 왔어요.',
    'Image `nginx:latest` came from Docker Hub into the local store.',
  ],
  [
    { kind: 'image-made', image, name: 'my:1' },
    '`my:1` 이미지가 새로 생겼어요.',
    'A new image, `my:1`, was made.',
  ],
  [
    { kind: 'image-made', image, name: null },
    '이름 없는 이미지가 새로 생겼어요.',
    'A new image without a name was made.',
  ],
  [
    { kind: 'image-named', image, name: 'my:1' },
    '같은 이미지에 `my:1` 이름이 더 붙었어요.',
    'The same image got one more name: `my:1`.',
  ],
  [
    { kind: 'image-unnamed', image, name: 'my:1' },
    '이미지는 그대로 있고 `my:1` 이름만 떨어졌어요.',
    'The image stays and only the name `my:1` is gone.',
  ],
  [
    { kind: 'name-moved', name: 'my:1', from: image, image: 'abc' },
    '`my:1` 이름이 다른 이미지로 옮겨 갔어요.',
    'The name `my:1` moved to another image.',
  ],
  [
    { kind: 'image-removed', image, name: 'my:1' },
    '`my:1` 이미지가 로컬 스토리지에서 지워졌어요.',
    'Image `my:1` left the local store.',
  ],
  [
    { kind: 'image-held', image, name: 'my:1' },
    '`my:1` 이미지가 이름을 잃고, 컨테이너가 딛고 선 계층만 남았어요.',
    'Image `my:1` lost its name, and only the layers that a container stands on are left.',
  ],
  [
    { kind: 'image-pushed', registry: 'quay.io', name: 'team/app:1' },
    '`team/app:1` 이미지가 `quay.io`에 올라갔어요.',
    'Image `team/app:1` went up to `quay.io`.',
  ],
  [
    { kind: 'container-made', container, name: 'web', state: 'running', exitCode: null },
    '`web` 컨테이너가 새로 만들어져 실행 중이에요.',
    'Container `web` was made and is running.',
  ],
  [
    { kind: 'container-made', container, name: 'web', state: 'created', exitCode: null },
    '`web` 컨테이너가 만들어졌지만 아직 실행되지는 않았어요.',
    'Container `web` was made but not started.',
  ],
  [
    { kind: 'container-made', container, name: 'web', state: 'exited', exitCode: 0 },
    '`web` 컨테이너가 새로 만들어져 실행된 뒤 종료 코드 0으로 끝났어요.',
    'Container `web` was made, ran, and exited with code 0.',
  ],
  [
    { kind: 'container-made', container, name: 'web', state: 'restarting', exitCode: null },
    '`web` 컨테이너가 만들어져 실행됐다가 끝나서 다시 시작되기를 기다려요.',
    'Container `web` was made, ended and waits to be started again.',
  ],
  [
    { kind: 'container-made', container, name: 'web', state: 'dead', exitCode: null },
    '`web` 컨테이너가 새로 만들어져 `dead` 상태예요.',
    'Container `web` was made and is `dead`.',
  ],
  [
    state('running', 'paused'),
    '`web` 컨테이너가 일시정지되어 CPU는 쓰지 않고 메모리만 써요.',
    'Container `web` is frozen: it keeps its memory and gets no CPU.',
  ],
  [
    state('paused', 'running'),
    '`web` 컨테이너가 멈췄던 자리에서 다시 움직여요.',
    'Container `web` goes on where it was frozen.',
  ],
  [state('created', 'running'), '`web` 컨테이너가 시작됐어요.', 'Container `web` started.'],
  [
    state('exited', 'running'),
    '`web` 컨테이너가 다시 시작됐어요.',
    'Container `web` started again.',
  ],
  [
    state('running', 'exited', 137),
    '`web` 컨테이너가 종료 코드 137로 끝났지만 지워지지는 않았어요.',
    'Container `web` exited with code 137 but was not removed.',
  ],
  [
    state('running', 'exited', 143),
    '`web` 컨테이너가 종료 코드 143으로 끝났지만 지워지지는 않았어요.',
    'Container `web` exited with code 143 but was not removed.',
  ],
  [
    state('running', 'restarting'),
    '`web` 컨테이너가 끝나서, 재시작 정책대로 다시 시작되기를 기다려요.',
    'Container `web` ended and waits for its restart policy.',
  ],
  [
    state('exited', 'dead'),
    '`web` 컨테이너가 `dead` 상태가 되었어요.',
    'Container `web` is now `dead`.',
  ],
  [
    { kind: 'container-restarted', container, name: 'web' },
    '`web` 컨테이너가 새 프로세스로 다시 시작됐어요.',
    'Container `web` started again with a new process.',
  ],
  [
    { kind: 'container-removed', container, name: 'web' },
    '`web` 컨테이너가 쓰기 계층와 함께 지워졌어요.',
    'Container `web` is gone, with its writable layer.',
  ],
  [
    { kind: 'container-renamed', container, before: 'web', name: 'api' },
    '`web` 컨테이너의 이름이 바뀌어 이제 `api` 컨테이너예요.',
    'Container `web` is now named `api`; it is the same container.',
  ],
  [
    { kind: 'container-wrote', container, name: 'web' },
    '`web` 컨테이너의 쓰기 계층가 바뀌었어요.',
    'The writable layer of container `web` changed.',
  ],
  [
    { kind: 'memory-grew', container, name: 'web' },
    '`web` 컨테이너가 쓰는 메모리가 늘었어요.',
    'Container `web` takes more memory now.',
  ],
  [
    { kind: 'memory-shrank', container, name: 'web' },
    '`web` 컨테이너가 쓰는 메모리가 줄었어요.',
    'Container `web` takes less memory now.',
  ],
  [
    { kind: 'cpu-given', container, name: 'web' },
    '`web` 컨테이너가 이제 CPU를 써요.',
    'Container `web` gets CPU time now.',
  ],
  [
    { kind: 'cpu-taken', container, name: 'web' },
    '`web` 컨테이너가 이제 CPU를 쓰지 않게 됐어요.',
    'Container `web` gets no CPU time now.',
  ],
  [
    { kind: 'ports-changed', container, name: 'web' },
    '`web` 컨테이너의 포트가 바뀌었어요.',
    'The ports of container `web` changed.',
  ],
  [
    { kind: 'image-shown', container, name: 'web', shown: '1dd000000000' },
    '`web` 컨테이너의 이미지가 목록에 `1dd000000000` 값으로 보여요.',
    'The image of container `web` is now listed as `1dd000000000`.',
  ],
  [
    { kind: 'network-joined', container, name: 'web', network: 'front' },
    '`web` 컨테이너가 `front` 네트워크에 연결됐어요.',
    'Container `web` joined the network `front`.',
  ],
  [
    { kind: 'network-left', container, name: 'web', network: 'front' },
    '`web` 컨테이너가 `front` 네트워크에서 떨어졌어요.',
    'Container `web` left the network `front`.',
  ],
  [
    { kind: 'volume-made', name: 'data', anonymous: false },
    '`data` 볼륨이 새로 생겼어요.',
    'Volume `data` was made.',
  ],
  [
    { kind: 'volume-removed', name: '0123', anonymous: true },
    '익명 볼륨이 지워졌어요.',
    'An anonymous volume is gone.',
  ],
  [
    { kind: 'network-made', name: 'front' },
    '`front` 네트워크가 새로 생겼어요.',
    'Network `front` was made.',
  ],
  [
    { kind: 'network-removed', name: 'front' },
    '`front` 네트워크가 지워졌어요.',
    'Network `front` is gone.',
  ],
  [
    { kind: 'logged-in', registry: 'docker.io', name: 'me' },
    '`me` 계정으로 도커 허브에 로그인했어요.',
    'You are logged in to Docker Hub as `me`.',
  ],
  [
    { kind: 'logged-out', registry: 'docker.io' },
    '도커 허브에서 로그아웃했어요.',
    'You are logged out of Docker Hub.',
  ],
];

function state(
  before: Extract<Change, { kind: 'container-state' }>['before'],
  now: Extract<Change, { kind: 'container-state' }>['state'],
  exitCode: number | null = null,
): Change {
  return { kind: 'container-state', container, name: 'web', before, state: now, exitCode };
}

describe('one change', () => {
  test.each(table)('$kind is told in Korean and English', (change, ko, en) => {
    expect(sentenceOf([change], done, 'ko')).toBe(ko);
    expect(sentenceOf([change], done, 'en')).toBe(en);
  });
});

describe('several changes make one sentence', () => {
  const pulled = table[0]?.[0];
  const made = table[9]?.[0];
  if (pulled === undefined || made === undefined) throw new Error('the table is too short');

  it('an image that came and the container made of it', () => {
    expect(sentenceOf([pulled, made], done, 'ko')).toBe(
      '`nginx:latest` 이미지를 도커 허브에서 로컬로 받아 왔고, `web` 컨테이너가 새로 만들어져 실행 중이에요.',
    );
    expect(sentenceOf([pulled, made], done, 'en')).toBe(
      'Image `nginx:latest` came from Docker Hub into the local store, and container `web` was made and is running.',
    );
  });

  it('what befell several things alike is told once, and long lists are counted', () => {
    const removed = ['a1', 'b1', 'c1', 'd1'].map((name): Change => ({
      kind: 'container-removed',
      container: name,
      name,
    }));
    expect(sentenceOf(removed.slice(0, 2), done, 'ko')).toBe(
      '`a1`, `b1` 컨테이너가 쓰기 계층와 함께 지워졌어요.',
    );
    expect(sentenceOf(removed, done, 'ko')).toBe(
      '`a1`, `b1` 외 2개의 컨테이너가 쓰기 계층와 함께 지워졌어요.',
    );
    expect(sentenceOf(removed, done, 'en')).toBe(
      'Containers `a1`, `b1` and 2 more are gone, with their writable layers.',
    );
  });

  it('of very many the first are told and the rest is counted', () => {
    const many = table.slice(0, 8).map(([change]) => change);
    const ko = sentenceOf(many, done, 'ko');
    const en = sentenceOf(many, done, 'en');
    expect(ko).toMatch(/그 밖에 5가지가 더 바뀌었어요\.$/);
    expect(en).toMatch(/; and 5 more things changed\.$/);
  });

  it('how a container lists its image is not told beside what befell the image', () => {
    const shown: Change = { kind: 'image-shown', container, name: 'web', shown: '1dd' };
    const lost: Change = { kind: 'image-unnamed', image, name: 'my:1' };
    expect(sentenceOf([lost, shown], done, 'en')).toBe(sentenceOf([lost], done, 'en'));
  });
});

it('when nothing changed, that is said, and whether the command failed', () => {
  expect(sentenceOf([], done, 'ko')).toBe('그림에서 바뀐 것은 없어요.');
  expect(sentenceOf([], done, 'en')).toBe('Nothing in the picture changed.');
  expect(sentenceOf([], { exitCode: 1 }, 'ko')).toBe('명령이 실패했고, 그림에서 바뀐 것은 없어요.');
  expect(sentenceOf([], { exitCode: 1 }, 'en')).toBe(
    'The command failed, and nothing in the picture changed.',
  );
});
