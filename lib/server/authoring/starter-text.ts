import type { Kind, Locale } from '@/lib/quiz/types';

/*
 * What a new template begins as: a question of its kind that is proved as it stands, so that an author changes a working
 * example instead of filling an empty page. Comments are in the author's language; the rest is in both.
 */

const heads: Readonly<Record<Locale, string>> = {
  ko: `# 정답은 적지 않아요. 엔진이 명령을 실행해서 찾고, 오답은 그릇된 믿음이 내놓는 답이에요.
# <이름>은 with에 적은 파라미터예요. 문제마다 다른 값이 뽑혀요.
`,
  en: `# The key is never written: the engine runs the commands and finds it. Wrong options are what false beliefs give.
# A <name> is a parameter, listed under \`with\`; each question draws other values.
`,
};

const bodies: Readonly<Record<Kind, string>> = {
  choice: `id: my-question
concept: lifecycle.paused
with: { name: [web, api, shop, blog, site, chat, mail, game], image: [nginx, redis, httpd] }
given: docker run -d --name <name> <image>
do: docker pause <name>
ask:
  ko: '\`<name>\`은(는) 지금 무엇을 쓰고 있나요?'
  en: What is \`<name>\` using now?
choice:
  see: { cpu: schedulable(<name>), mem: memory(<name>) > 0 }
  say:
    cpu+mem: { ko: CPU와 메모리, en: CPU and memory }
    cpu: { ko: CPU만, en: CPU only }
    mem: { ko: 메모리만, en: Memory only }
    none: { ko: 둘 다 쓰지 않아요, en: Neither }
  beliefs: [pause-keeps-cpu, pause-frees-memory, pause-is-stop]
explain:
  ko: 프로세스가 얼어붙어 CPU 시간은 받지 못하지만, 하던 일은 메모리에 남아 있어요.
  en: The processes are frozen and get no CPU time, but what they were doing stays in memory.
`,
  several: `id: my-question
concept: lifecycle.transitions
with:
  name: [web, api, shop, blog, site, chat]
  image: [nginx, redis, httpd]
  verb: [stop, pause, kill, restart]
given: docker run -d --name <name> <image>
do: docker <verb> <name>
ask:
  ko: '\`<name>\`에 대해 지금 맞는 것을 모두 고르세요.'
  en: 'Which of these hold for \`<name>\` now?'
several:
  statements:
    - fact: memory(<name>) > 0
      say: { ko: 메모리를 쓰고 있어요, en: It holds memory }
    - fact: schedulable(<name>)
      say: { ko: CPU를 쓸 수 있어요, en: It can use the CPU }
    - fact: exists(<name>)
      say: { ko: '\`docker ps -a\`에 나와요', en: '\`docker ps -a\` lists it' }
  beliefs: [pause-frees-memory, pause-keeps-cpu, exit-removes-container]
explain:
  ko: '\`pause\`는 얼리기만 해서 메모리가 남고, \`stop\`과 \`kill\`은 프로세스를 끝내요. 어느 쪽이든 컨테이너는 남아요.'
  en: '\`pause\` only freezes, so memory stays; \`stop\` and \`kill\` end the process. The container remains in any case.'
`,
  predict: `id: my-question
concept: lifecycle.stopped
with: { 'first, second': [web, api, shop, blog, site, chat], image: [nginx, redis, httpd] }
given:
  - docker run -d --name <first> <image>
  - docker run -d --name <second> <image>
do: [docker stop <first>, docker pause <second>]
predict:
  see: docker ps -a --format '{{.Names}} {{.State}}'
  beliefs: [exit-removes-container, pause-is-stop]
explain:
  ko: '\`stop\`은 프로세스를 끝내지만 컨테이너는 남아요. \`pause\`는 끝내지 않고 얼려 둬요.'
  en: '\`stop\` ends the process but the container stays. \`pause\` ends nothing, it freezes.'
`,
  order: `id: my-question
concept: lifecycle.transitions
with: { name: [web, api, shop, blog, site, chat, mail, game], image: [nginx, redis, httpd] }
ask:
  ko: '\`<name>\`이(가) 일시정지 상태가 되도록 명령을 차례로 놓으세요.'
  en: Put the commands in order so that \`<name>\` ends up paused.
order:
  steps: [docker create --name <name> <image>, docker start <name>, docker pause <name>]
  goal: state(<name>) == paused
explain:
  ko: 만들고, 시작하고, 그다음에야 일시정지할 수 있어요.
  en: It is created, then started; only what runs can be paused.
`,
  blanks: `id: my-question
concept: network.port-publish
with: { name: [web, api, shop, blog], image: [nginx, httpd], port: 8081..8089 }
images: <image>
ask:
  ko: '호스트의 <port>번 포트로 \`<name>\`의 80번 포트에 닿도록 빈칸을 채우세요.'
  en: Fill in the blanks so that host port <port> leads to port 80 of \`<name>\`.
blanks:
  line: 'docker run -d -p [host]:[inner] --name <name> <image>'
  goal: 'host-port(<name>, 80) == <port>'
  solution: { host: <port>, inner: 80 }
  wrong:
    - { host: 80, inner: <port> }
    - { inner: <port> }
  beliefs: [port-order-swapped]
explain:
  ko: '\`-p\`는 앞이 호스트, 뒤가 컨테이너예요.'
  en: 'In \`-p\` the host comes first, the container second.'
`,
  type: `id: my-question
concept: name.aliases
with: { name: [web, api, shop, blog], tag: ['1.0', '2.0', '3.0'], image: [nginx, redis, httpd] }
given: docker pull <image>
ask:
  ko: '이미지 \`<image>\`에 이름 \`me/<name>:<tag>\`을(를) 더하세요.'
  en: 'Give the image \`<image>\` the further name \`me/<name>:<tag>\`.'
type:
  goal: image(me/<name>:<tag>) == image(<image>)
  solution: 'docker tag <image> me/<name>:<tag>'
  wrong:
    - 'docker tag me/<name>:<tag> <image>'
    - 'docker rename <image> me/<name>:<tag>'
explain:
  ko: '\`docker tag 원래이름 새이름\` 순서예요. 이미지는 하나이고 이름만 늘어나요.'
  en: 'The order is \`docker tag OLD NEW\`. The image stays one; it only gets another name.'
`,
  parts: `id: my-question
concept: name.grammar
with:
  image: [nginx, redis, httpd, hashicorp/http-echo, quay.io/team/app, 'localhost:5000/app']
  tag: ['1.0', '1.1', '2.0', '3.2', latest]
parts:
  reference: '<image>:<tag>'
  ask: [registry, namespace, name]
  beliefs: [namespace-is-registry, no-slash-means-local]
`,
  lab: `id: my-question
concept: network.port-conflict
with:
  'first, second': [web, api, shop, blog, site, chat]
  image: [nginx, httpd]
  port: 8081..8084
given: 'docker run -d --name <first> -p <port>:80 <image>'
ask:
  ko: '호스트의 <port>번 포트를 새 컨테이너 \`<second>\`에 넘겨주세요. \`<first>\`은(는) 지우지 말고 남겨 두세요.'
  en: 'Give host port <port> to a new container \`<second>\`. Keep \`<first>\`; do not remove it.'
lab:
  goal: ['publishes(<second>, <port>)', same(<first>)]
  never: removed(<first>)
  solution:
    - docker stop <first>
    - 'docker run -d --name <second> -p <port>:80 <image>'
  wrong:
    - [docker rm -f <first>, 'docker run -d --name <second> -p <port>:80 <image>']
    - [docker pause <first>, 'docker run -d --name <second> -p <port>:80 <image>']
  hints:
    - { ko: '지금 누가 포트를 쓰는지 \`docker ps\`로 보세요.', en: See with \`docker ps\` who has the port now. }
    - { ko: 멈춘 컨테이너는 포트를 내놓아요., en: A stopped container gives its port back. }
explain:
  ko: 포트는 컨테이너가 실행되는 동안만 차지해요. 멈추면 포트가 풀리고, 컨테이너는 그대로 남아요.
  en: A container holds its ports only while it runs. Stopping it frees them, and the container stays.
`,
  flashcard: `id: my-question
concept: lifecycle.paused
ask:
  ko: 일시정지한 컨테이너는 CPU와 메모리 가운데 무엇을 쓰나요?
  en: Which does a paused container use, CPU or memory?
flashcard:
  back: { ko: 메모리만 써요., en: Memory only. }
  holds: [memory(web) > 0, not schedulable(web)]
given:
  - { run: docker run -d --name web nginx, hidden: true }
  - { run: docker pause web, hidden: true }
`,
};

/** The text that a new template of a kind begins with. Its `id` is for the caller to set. */
export function starterText(kind: Kind, locale: Locale): string {
  return heads[locale] + bodies[kind];
}
