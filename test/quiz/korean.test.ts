import { describe, expect, test } from 'vitest';
import { resolveParticles } from '@/lib/quiz/korean';

const readings = new Map([
  ['web', '웹'],
  ['nginx', '엔진엑스'],
  ['redis', '레디스'],
  ['httpd', '에이치티티피디'],
  ['ubuntu', '우분투'],
  ['mysql', '마이에스큐엘'],
  ['app', '앱'],
  ['docker run', '도커 런'],
  ['run', '런'],
]);

describe('the right form follows the reading of the word before', () => {
  test.each([
    // Hangul by its last syllable
    ['컨테이너은(는)', '컨테이너는'],
    ['이미지이(가)', '이미지가'],
    ['볼륨을(를)', '볼륨을'],
    ['볼륨과(와)', '볼륨과'],
    ['이미지과(와)', '이미지와'],
    ['볼륨(으)로', '볼륨으로'],
    ['이미지(으)로', '이미지로'],
    ['파일(으)로', '파일로'],
    ['파일(으)면', '파일으면'],
    ['볼륨(이)라고', '볼륨이라고'],
    ['이미지(이)라고', '이미지라고'],
    ['볼륨(이)나', '볼륨이나'],
    ['볼륨아(야)', '볼륨아'],
    // the other way round
    ['이미지는(은)', '이미지는'],
    ['볼륨가(이)', '볼륨이'],
    ['이미지를(을)', '이미지를'],
    ['볼륨와(과)', '볼륨과'],
    // from the readings
    ['nginx은(는)', 'nginx는'],
    ['web은(는)', 'web은'],
    ['mysql(으)로', 'mysql로'],
    ['mysql을(를)', 'mysql을'],
    ['HTTPD이(가)', 'HTTPD가'],
    // digits one by one: 공 일 이 삼 사 오 육 칠 팔 구
    ['8080이(가)', '8080이'],
    ['8081은(는)', '8081은'],
    ['8082은(는)', '8082는'],
    ['8083을(를)', '8083을'],
    ['8084을(를)', '8084를'],
    ['8085(이)라', '8085라'],
    ['8086(으)로', '8086으로'],
    ['8087(으)로', '8087로'],
    ['8088(으)로', '8088로'],
    ['8089과(와)', '8089와'],
    // single letters by their names
    ['a은(는)', 'a는'],
    ['컨테이너 b이(가)', '컨테이너 b가'],
    ['L을(를)', 'L을'],
    ['m(으)로', 'm으로'],
    // the last piece of a longer name
    ['me/web은(는)', 'me/web은'],
    ['nginx:1.27은(는)', 'nginx:1.27은'],
    ['my-app을(를)', 'my-app을'],
    ['docker.io/library/redis(이)라', 'docker.io/library/redis라'],
    ['web2은(는)', 'web2는'],
    ['docker run은(는)', 'docker run은'],
    // through inline code, quotes and remarks
    ['`web`은(는) 지금', '`web`은 지금'],
    ['`nginx`을(를) `web`(으)로', '`nginx`를 `web`으로'],
    ['"nginx"이(가)', '"nginx"가'],
    ['컨테이너(container)은(는)', '컨테이너(container)는'],
    ['볼륨(`web`)을(를)', '볼륨(`web`)을'],
    ['**web**은(는)', '**web**은'],
    // nothing to choose
    ['웹은 그대로', '웹은 그대로'],
    ['(이) 괄호는 그대로', '(이) 괄호는 그대로'],
  ])('%s → %s', (written, expected) => {
    expect(resolveParticles(written, readings)).toEqual({ ok: true, value: expected });
  });
});

test('several particles in one sentence are chosen each for its own word', () => {
  expect(resolveParticles('`web`은(는) `redis`과(와) 8080을(를) 써요.', readings)).toEqual({
    ok: true,
    value: '`web`은 `redis`와 8080을 써요.',
  });
});

test.each([
  ['`grafana`은(는)', 'grafana', '은(는)'],
  ['me/grafana이(가)', 'me/grafana', '이(가)'],
  ['은(는)', '', '은(는)'],
])('%s has no known reading', (written, word, particle) => {
  expect(resolveParticles(written, readings)).toEqual({ ok: false, error: { word, particle } });
});
