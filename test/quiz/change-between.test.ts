import { describe, expect, test } from 'vitest';
import { changeBetween } from '@/lib/quiz/change-between';
import type { ContainerPicture, ImagePicture } from '@/lib/quiz/types';

const web: ContainerPicture = {
  name: 'web',
  image: 'nginx',
  state: 'running',
  ports: '80/tcp',
  cpu: true,
  memory: 4_000_000,
};
const nginx: ImagePicture = { id: '0123456789ab', names: ['nginx:latest'], size: 190_000_000 };
const empty = { containers: [], images: [] };
const running = { containers: [web], images: [nginx] };

describe('what a step changed, in one line', () => {
  test.each([
    ['nothing', running, running, null, null],
    [
      'an image pulled and a container made',
      empty,
      running,
      '로컬 저장소에 새 이미지: `nginx:latest`. 새 컨테이너 `web`: 실행 중, CPU와 메모리를 써요.',
      'New image in the local store: `nginx:latest`. New container `web`: running, uses CPU and memory.',
    ],
    [
      'a pause',
      running,
      { ...running, containers: [{ ...web, state: 'paused' as const, cpu: false }] },
      '컨테이너 `web`: 실행 중 → 일시정지, 메모리만 써요.',
      'Container `web`: running → paused, uses memory only.',
    ],
    [
      'a removal',
      running,
      { ...running, containers: [] },
      '컨테이너 `web` 삭제됨.',
      'Container `web` is gone.',
    ],
    [
      'a new name of a container',
      running,
      { ...running, containers: [{ ...web, name: 'api' }] },
      '컨테이너 이름: `web` → `api`. 컨테이너는 그대로예요.',
      'The container `web` is now named `api`; it is the same container.',
    ],
    [
      'a second name of an image',
      running,
      { ...running, images: [{ ...nginx, names: ['my:1', 'nginx:latest'] }] },
      '같은 이미지 `0123456789ab`에 이름 추가: `my:1`.',
      'The same image `0123456789ab` has one more name: `my:1`.',
    ],
    [
      'a name taken away',
      { ...running, images: [{ ...nginx, names: ['my:1', 'nginx:latest'] }] },
      running,
      '이미지 `0123456789ab`의 이름만 제거: `my:1`. 이미지는 남아 있어요.',
      'The image `0123456789ab` lost the name `my:1`; the image is still there.',
    ],
    [
      'an image gone',
      { ...running, containers: [] },
      empty,
      '로컬 저장소에서 이미지 삭제: `nginx:latest`.',
      'Image gone from the local store: `nginx:latest`.',
    ],
  ])('%s', (_what, before, after, ko, en) => {
    expect(changeBetween(before, after)).toEqual(ko === null ? null : { ko, en });
  });
});
