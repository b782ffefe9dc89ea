import { expect, test } from 'vitest';
import { namesOfCommands } from '@/lib/quiz/completion/names-of-commands';

test('names are found in commands as they stand in a template, each once', () => {
  const text = `given:
  - docker volume create notes
  - { run: docker network create front, hidden: true }
  - docker run -d --name <name> --network front -p 8080:80 -v notes:/data -v ~/site:/www nginx:<tag> sleep 60
  - "docker run --rm --name=<name>-2 -e A=b <image>"
do: [docker commit -m 'a note' <name> me/site:1, docker rename <name> old]
hints: docker tag me/site:1 registry.example.com/me/site:1. Then go on.`;
  expect(namesOfCommands(text)).toEqual({
    containers: ['<name>', '<name>-2', 'old'],
    images: ['nginx:<tag>', '<image>', 'me/site:1', 'registry.example.com/me/site:1'],
    volumes: ['notes'],
    networks: ['front'],
  });
});

test('an option is no name, nor is a word in capitals that stands for one', () => {
  const text = 'docker run --name -p\ndocker run --rm\ndocker tag OLD NEW\ndocker pull -q';
  expect(namesOfCommands(text).images).toEqual([]);
});
