import { expect, it } from 'vitest';
import { containerChange, imageChange } from '@/components/question/picture-changes';
import type { ContainerPicture } from '@/lib/quiz/types';

const web: ContainerPicture = {
  name: 'web',
  image: 'nginx',
  state: 'running',
  ports: '80/tcp',
  cpu: true,
  memory: 7,
};
const nginx = { id: '1dd', names: ['nginx:latest'], size: 192 };

it('a row is marked when any figure of it changed, or when it is new', () => {
  expect(containerChange(web, [web])).toBe('same');
  expect(containerChange({ ...web, state: 'paused', cpu: false }, [web])).toBe('changed');
  expect(containerChange({ ...web, memory: 0 }, [web])).toBe('changed');
  expect(containerChange(web, [])).toBe('added');
  expect(imageChange({ ...nginx, names: ['nginx:latest', 'mine:1'] }, [nginx])).toBe('changed');
  expect(imageChange(nginx, [])).toBe('added');
});

it('the first step marks nothing: there is nothing before it', () => {
  expect(containerChange(web, null)).toBe('same');
  expect(imageChange(nginx, null)).toBe('same');
});
