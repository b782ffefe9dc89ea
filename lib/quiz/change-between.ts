import type { HostPicture } from './picture';
import type { ContainerPicture, ImagePicture, Words } from './types';

type State = ContainerPicture['state'];

const stateWords: Readonly<Record<State, Words>> = {
  created: { ko: '생성됨', en: 'created' },
  running: { ko: '실행 중', en: 'running' },
  paused: { ko: '일시정지', en: 'paused' },
  restarting: { ko: '다시 시작하는 중', en: 'restarting' },
  removing: { ko: '삭제하는 중', en: 'being removed' },
  exited: { ko: '종료됨', en: 'exited' },
  dead: { ko: '죽음', en: 'dead' },
};

/** The words avoid particles after a name, because a learner may choose any name. */
function words(ko: string, en: string): Words {
  return { ko, en };
}

function resourcesOf({ cpu, memory }: ContainerPicture): Words {
  if (cpu && memory > 0) return words('CPU와 메모리를 써요', 'uses CPU and memory');
  if (memory > 0) return words('메모리만 써요', 'uses memory only');
  if (cpu) return words('CPU만 써요', 'uses CPU only');
  return words('CPU도 메모리도 쓰지 않아요', 'uses neither CPU nor memory');
}

function appeared(container: ContainerPicture): Words {
  const state = stateWords[container.state];
  const { ko, en } = resourcesOf(container);
  return words(
    `새 컨테이너 \`${container.name}\`: ${state.ko}, ${ko}.`,
    `New container \`${container.name}\`: ${state.en}, ${en}.`,
  );
}

function changed(before: ContainerPicture, after: ContainerPicture): Words | null {
  if (before.state !== after.state) {
    const [from, to] = [stateWords[before.state], stateWords[after.state]];
    const { ko, en } = resourcesOf(after);
    return words(
      `컨테이너 \`${after.name}\`: ${from.ko} → ${to.ko}, ${ko}.`,
      `Container \`${after.name}\`: ${from.en} → ${to.en}, ${en}.`,
    );
  }
  if (before.image !== after.image) {
    return words(
      `컨테이너 \`${after.name}\`의 이미지 표시: \`${before.image}\` → \`${after.image}\`.`,
      `Container \`${after.name}\` now shows its image as \`${after.image}\` instead of \`${before.image}\`.`,
    );
  }
  if (before.ports !== after.ports) {
    return words(
      `컨테이너 \`${after.name}\`의 포트: ${after.ports || '없음'}.`,
      `Container \`${after.name}\` has the ports ${after.ports || 'none'}.`,
    );
  }
  return null;
}

function containerChanges(before: HostPicture, after: HostPicture): Words[] {
  const old = new Map(before.containers.map((container) => [container.name, container]));
  const now = new Map(after.containers.map((container) => [container.name, container]));
  const gone = before.containers.filter(({ name }) => !now.has(name));
  const fresh = after.containers.filter(({ name }) => !old.has(name));
  const [lost, found] = [gone[0], fresh[0]];
  if (
    gone.length === 1 &&
    fresh.length === 1 &&
    lost !== undefined &&
    found !== undefined &&
    lost.state === found.state &&
    lost.image === found.image &&
    lost.ports === found.ports
  ) {
    return [
      words(
        `컨테이너 이름: \`${lost.name}\` → \`${found.name}\`. 컨테이너는 그대로예요.`,
        `The container \`${lost.name}\` is now named \`${found.name}\`; it is the same container.`,
      ),
    ];
  }
  const changes = after.containers.flatMap((container) => {
    const earlier = old.get(container.name);
    const change = earlier === undefined ? appeared(container) : changed(earlier, container);
    return change === null ? [] : [change];
  });
  const removals = gone.map(({ name }) =>
    words(`컨테이너 \`${name}\` 삭제됨.`, `Container \`${name}\` is gone.`),
  );
  return [...changes, ...removals];
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function imageChange(before: ImagePicture | undefined, after: ImagePicture): Words | null {
  if (before === undefined) {
    const name = after.names.length === 0 ? `\`${after.id}\`` : quoted(after.names);
    return words(`로컬 저장소에 새 이미지: ${name}.`, `New image in the local store: ${name}.`);
  }
  const added = after.names.filter((name) => !before.names.includes(name));
  const taken = before.names.filter((name) => !after.names.includes(name));
  if (added.length > 0 && taken.length > 0) {
    return words(
      `이미지 \`${after.id}\`의 이름: ${quoted(taken)} → ${quoted(added)}.`,
      `The image \`${after.id}\` has the name ${quoted(added)} instead of ${quoted(taken)}.`,
    );
  }
  if (added.length > 0) {
    return words(
      `같은 이미지 \`${after.id}\`에 이름 추가: ${quoted(added)}.`,
      `The same image \`${after.id}\` has one more name: ${quoted(added)}.`,
    );
  }
  if (taken.length > 0) {
    return words(
      `이미지 \`${after.id}\`의 이름만 제거: ${quoted(taken)}. 이미지는 남아 있어요.`,
      `The image \`${after.id}\` lost the name ${quoted(taken)}; the image is still there.`,
    );
  }
  return null;
}

function imageChanges(before: HostPicture, after: HostPicture): Words[] {
  const old = new Map(before.images.map((image) => [image.id, image]));
  const now = new Set(after.images.map(({ id }) => id));
  const changes = after.images.flatMap((image) => imageChange(old.get(image.id), image) ?? []);
  const gone = before.images
    .filter(({ id }) => !now.has(id))
    .map(({ id, names }) => {
      const name = names.length === 0 ? `\`${id}\`` : quoted(names);
      return words(
        `로컬 저장소에서 이미지 삭제: ${name}.`,
        `Image gone from the local store: ${name}.`,
      );
    });
  return [...changes, ...gone];
}

/** What changed between two moments, in one line of both languages; null when nothing that the picture shows did. */
export function changeBetween(before: HostPicture, after: HostPicture): Words | null {
  const changes = [...imageChanges(before, after), ...containerChanges(before, after)];
  if (changes.length === 0) return null;
  return words(changes.map(({ ko }) => ko).join(' '), changes.map(({ en }) => en).join(' '));
}
