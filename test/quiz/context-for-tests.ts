import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual } from '@/lib/engine';
import type { Known } from '@/lib/quiz/known';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import type { QuestionContext } from '@/lib/quiz/question-context';
import { catalogueNames } from '@/lib/quiz/stage';
import type { Template } from '@/lib/quiz/template';
import { problemLine } from '@/lib/quiz/template-problem';
import { known as knownWithoutCatalogue } from './known-for-tests';

export const context: QuestionContext = {
  catalogue: buildCatalogue(catalogueData),
  manual: buildManual(manualData),
  readings: new Map([
    ['web', '웹'],
    ['api', '에이피아이'],
    ['db', '디비'],
    ['nginx', '엔진엑스'],
    ['redis', '레디스'],
    ['httpd', '에이치티티피디'],
  ]),
};

export const known: Known = { ...knownWithoutCatalogue, images: new Set(catalogueNames(context)) };

/** The templates of a YAML text; a mistake in it fails the test in words. */
export function templatesOf(yaml: string): readonly Template[] {
  const parsed = parseTemplates(yaml, 'test.yaml', known);
  if (!parsed.ok) throw new Error(parsed.error.map(problemLine).join('\n'));
  return parsed.value;
}

/** The only template of a YAML text. */
export function templateOf(yaml: string): Template {
  const [template] = templatesOf(yaml);
  if (template === undefined) throw new Error('there is no template');
  return template;
}

/** A good template of every kind. */
export const ofEveryKind = {
  choice: `
id: paused-keeps-memory
concept: lifecycle.paused
with: { name: [web, api, db], image: [nginx, redis, httpd] }
given: [docker run -d --name <name> <image>]
do: docker pause <name>
ask: { ko: "\`<name>\`은(는) 지금 무엇을 쓰나요?", en: "What does \`<name>\` use now?" }
choice:
  see: { cpu: schedulable(<name>), mem: memory(<name>) > 0 }
  say:
    cpu+mem: { ko: CPU와 메모리, en: CPU and memory }
    mem: { ko: 메모리만, en: memory only }
    cpu: { ko: CPU만, en: CPU only }
    none: { ko: 둘 다 쓰지 않음, en: neither }
  beliefs: [pause-keeps-cpu, pause-frees-memory]
explain: { ko: "\`<name>\`은(는) 얼어 있어요.", en: "\`<name>\` is frozen." }
source: [S0#41-43, S4#54]
`,
  several: `
id: after-a-verb
concept: lifecycle.paused
with: { name: [web, api, db], image: [nginx, redis, httpd], verb: [stop, pause, kill] }
given: [docker run -d --name <name> <image>]
do: docker <verb> <name>
ask: { ko: "\`<name>\`에 대해 맞는 것을 모두 고르세요.", en: "What holds for \`<name>\` now?" }
several:
  statements:
    - { fact: memory(<name>) > 0, say: { ko: 메모리를 써요, en: It holds memory } }
    - { fact: schedulable(<name>), say: { ko: CPU를 써요, en: It uses the CPU } }
    - { fact: state(<name>) == paused, say: { ko: "\`<name>\`은(는) 얼어 있어요", en: "\`<name>\` is frozen" } }
    - { fact: exists(<name>), say: { ko: 컨테이너가 있어요, en: It still exists } }
  beliefs: [pause-frees-memory, pause-keeps-cpu, exit-removes-container]
`,
  predict: `
id: stop-and-list
concept: lifecycle.running
with: { "a, b": [web, api, db], image: [nginx, redis, httpd] }
given: [docker run -d --name <a> <image>, docker run -d --name <b> <image>]
do: [docker stop <a>, docker pause <b>]
predict:
  see: docker ps -a --format '{{.Names}} {{.State}}'
  beliefs: [exit-removes-container, pause-is-stop]
`,
  order: `
id: create-start-pause
concept: lifecycle.running
with: { name: [web, api, db], image: [nginx, redis, httpd] }
order:
  steps: [docker create --name <name> <image>, docker start <name>, docker pause <name>]
  goal: state(<name>) == paused
`,
  blanks: `
id: publish-a-port
concept: lifecycle.running
with: { name: [web, api, db], image: [nginx, httpd], port: 8081..8089 }
images: <image>
ask: { ko: "빈칸을 채우세요.", en: "Join host port <port> to port 80 of \`<name>\`." }
blanks:
  line: docker run -d -p [host]:[inner] --name <name> <image>
  goal: host-port(<name>, 80) == <port>
  solution: { host: <port>, inner: 80 }
  wrong: [{ host: 80, inner: <port> }, { inner: <port> }]
  beliefs: [port-order-swapped]
`,
  type: `
id: second-name
concept: name.grammar
with: { tag: 1..9, image: [nginx, redis, httpd] }
given: [docker pull <image>]
ask: { ko: "\`<image>\`에 이름 \`my:<tag>\`을(를) 더하세요.", en: "Also name \`<image>\` \`my:<tag>\`." }
type:
  goal: image(my:<tag>) == image(<image>)
  solution: docker tag <image> my:<tag>
  wrong: [docker tag my:<tag> <image>, docker rename <image> my:<tag>]
`,
  parts: `
id: read-a-name
concept: name.grammar
with: { reference: [nginx, hashicorp/http-echo:1.0, "localhost:5000/app", quay.io/team/app] }
parts:
  reference: <reference>
  beliefs: [namespace-is-registry, no-slash-means-local, tag-optional-means-none]
`,
  lab: `
id: take-over-port
concept: lifecycle.running
with: { "a, b": [web, api, db], image: [nginx, httpd], port: 8080..8089 }
given: ["docker run -d --name <a> -p <port>:80 <image>"]
ask: { ko: "\`<b>\`이(가) <port>번 포트를 쓰게 하세요.", en: "Give <port> to \`<b>\`; keep \`<a>\`." }
lab:
  goal: ["publishes(<b>, <port>)", same(<a>)]
  never: [removed(<a>)]
  solution: [docker stop <a>, "docker run -d --name <b> -p <port>:80 <image>"]
  wrong: [["docker rm -f <a>", "docker run -d --name <b> -p <port>:80 <image>"], [docker pause <a>]]
  hints: [{ ko: "\`<a>\`을(를) 보세요.", en: "Look at \`<a>\`." }]
`,
  flashcard: `
id: card-paused
concept: lifecycle.paused
with: { name: [web, api, db] }
given: docker run -d --name <name> nginx
do: docker pause <name>
ask: { ko: "\`<name>\`은(는) 무엇을 쓰나요?", en: "What does \`<name>\` use?" }
flashcard:
  back: { ko: "\`<name>\`은(는) 메모리만 써요.", en: "\`<name>\` uses memory only." }
  holds: [memory(<name>) > 0, not schedulable(<name>)]
`,
} as const;
