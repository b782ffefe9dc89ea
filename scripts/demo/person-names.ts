/** Names of the demo's learners: plain first names with a family name's initial, so that nobody is meant. */
export const personNames: readonly string[] = [
  ...'가온 나래 다솜 라온 마루 보람 새벽 슬기 아라 여울 온유 은솔 이슬 자람 찬들 초롱 하늘 한결 해솔 힘찬'
    .split(' ')
    .map((name) => `${name} (예시)`),
  ...'Ada Ben Cleo Dan Eve Finn Gia Hugo Ivy Jon Kim Leo Mia Ned Oda Pia Quin Ravi Sue Tom'
    .split(' ')
    .map((name) => `${name} (demo)`),
];
