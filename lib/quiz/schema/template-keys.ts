import { languageKeys, type KeyBook } from './key-words';

/** What every key of a template means: editors show it, the checks quote its example. docs/authoring.md teaches the same at more length. */
export const templateKeys: KeyBook = {
  ...languageKeys,
  id: {
    what: 'Lower-case words joined by -, unique in the course.',
    example: 'id: paused-keeps-memory',
  },
  concept: { what: 'The concept that is asked about.', example: 'concept: lifecycle.paused' },
  with: {
    what: 'Parameters: name → a list to draw from, a range, or a text made of others. Used as <name>. Several names share one list ("first, second") and are never equal, or share rows and are drawn together.',
    example: 'with: { name: [web, api], port: 8080..8089 }',
  },
  images: {
    what: 'Images in the local store at the start. Left out: those that the commands name and do not pull. []: none.',
    example: 'images: [nginx]',
  },
  given: {
    what: 'Lines that were run before the question, shown with their output. Each must exit 0 unless marked fails.',
    example: 'given: [docker run -d --name web nginx]',
  },
  run: { what: 'The line that was run.', example: '{ run: docker start web, fails: true }' },
  fails: { what: 'The line must exit with another code than 0.', example: 'fails: true' },
  hidden: { what: 'Run, but shown only with the verdict.', example: 'hidden: true' },
  do: {
    what: 'Lines that are shown, their output withheld until the verdict.',
    example: 'do: docker pause web',
  },
  ask: {
    what: 'The question. Inline code between backticks. May be left out of predict, parts and order of commands.',
    example: 'ask: { ko: …, en: … }',
  },
  choice: {
    what: 'One of several options is right: what the engine answers to `see`.',
    example: 'choice: { see: state(web), say: {…}, beliefs: […] }',
  },
  several: {
    what: 'Statements, of which the engine says which hold.',
    example: 'several: { statements: [running(web), exists(db)], beliefs: […] }',
  },
  predict: {
    what: 'What does a line print? The options are what the true engine and the engines of the beliefs print.',
    example: 'predict: { see: docker ps, beliefs: […] }',
  },
  order: {
    what: 'Put commands, or the lines of a file, in order. Every permutation is run; all that reach the goal count.',
    example: 'order: { steps: [docker …, docker …, docker …], goal: running(web) }',
  },
  blanks: {
    what: 'Fill the gaps of a docker command, so that it reaches the goal.',
    example:
      "blanks: { line: 'docker stop [name]', goal: …, solution: { name: web }, wrong: [{ name: nginx }, { name: api }] }",
  },
  type: {
    what: 'Type one docker command; it is graded by the state that it reaches.',
    example: 'type: { goal: …, solution: docker …, wrong: [docker …, docker …] }',
  },
  parts: {
    what: 'Name the parts of an image name as Docker reads it.',
    example: 'parts: { reference: nginx, beliefs: […] }',
  },
  lab: {
    what: 'Hands-on: a terminal in the state after `given`, until the goal is reached.',
    example: 'lab: { goal: […], solution: […], wrong: [[…], […]], hints: [{ ko: …, en: … }] }',
  },
  flashcard: {
    what: 'A card with a back; the learner says how well it was known.',
    example: 'flashcard: { back: { ko: …, en: … } }',
  },
  see: {
    what: 'What is asked of the engine: one fact, or one to three labels with a yes/no fact each.',
    example: 'see: state(web)',
  },
  'predict.see': {
    what: 'The line whose output is asked for: any line that the shell of the host runs.',
    example: "see: docker ps -a --format '{{.Names}} {{.State}}'",
  },
  say: {
    what: 'Words for every outcome of `see`, each exactly once; "*" stands for all others.',
    example: 'say: { running: { ko: …, en: … }, exited: { ko: …, en: … } }',
  },
  'goal.say': {
    what: 'The words that the learner reads for this fact.',
    example: 'say: { ko: …, en: … }',
  },
  'never.say': {
    what: 'The words that the learner reads for this fact.',
    example: 'say: { ko: …, en: … }',
  },
  'statements.say': {
    what: 'The words that the learner reads for this fact.',
    example: 'say: { ko: …, en: … }',
  },
  beliefs: {
    what: 'Misconceptions that bear on this question: what their engines answer makes the wrong options.',
    example: 'beliefs: [pause-keeps-cpu, pause-frees-memory]',
  },
  'parts.beliefs': {
    what: 'Ways to misread a name.',
    example: 'beliefs: [namespace-is-registry, tag-optional-means-none]',
  },
  statements: {
    what: 'Yes/no facts; write { fact, say } where a fact has no words of its own.',
    example: 'statements: [running(web), { fact: memory(web) > 0, say: { ko: …, en: … } }]',
  },
  line: {
    what: 'A docker command in which [name] is a gap.',
    example: "line: 'docker run -d -p [host]:[inner] nginx'",
  },
  steps: {
    what: 'Three to five different lines of the host’s shell, to be put in order.',
    example: 'steps: [docker create --name web nginx, docker start web, docker pause web]',
  },
  lines: {
    what: 'Three to five different lines of a file, to be put in order.',
    example: 'lines: [FROM ubuntu, WORKDIR /app, RUN touch note]',
  },
  file: {
    what: 'The file that `lines` are the lines of. Left out: Dockerfile.',
    example: 'file: Dockerfile',
  },
  then: {
    what: 'What is run once the file is written in the learner’s order.',
    example: 'then: docker build -t app .',
  },
  goal: {
    what: 'A yes/no fact or a list of them; all must hold.',
    example: 'goal: state(web) == paused',
  },
  solution: {
    what: 'A command that reaches the goal.',
    example: 'solution: docker pause web',
  },
  'lab.solution': {
    what: 'The lines of one good way; the last one must reach the goal.',
    example: 'solution: [docker stop web, docker start web]',
  },
  'blanks.solution': {
    what: 'What stands in each gap of the right command.',
    example: 'solution: { host: 8080, inner: 80 }',
  },
  wrong: {
    what: 'At least two typical attempts that do not reach the goal.',
    example: 'wrong: [docker stop web, docker kill web]',
  },
  'lab.wrong': {
    what: 'At least two attempts that learners would make, each a line or a list of lines. None may reach the goal.',
    example: 'wrong: [[docker rm -f web, docker run -d --name web nginx], [docker kill web]]',
  },
  'blanks.wrong': {
    what: 'Typical wrong fillings; what one leaves out stands as in the solution.',
    example: 'wrong: [{ host: 80, inner: 8080 }, { inner: 8080 }]',
  },
  never: {
    what: 'Yes/no facts that may not hold after any line.',
    example: 'never: removed(web)',
  },
  hints: {
    what: 'Hints in the order in which they are given, one at least.',
    example: 'hints: [{ ko: …, en: … }]',
  },
  fact: {
    what: 'A yes/no fact.',
    example: '{ fact: running(web), say: { ko: …, en: … } }',
  },
  reference: { what: 'The image name to read.', example: 'reference: quay.io/team/app:2' },
  'parts.ask': {
    what: 'Which parts are asked for. Left out: all four.',
    example: 'ask: [registry, namespace, name, tag]',
  },
  back: { what: 'The back of the card.', example: 'back: { ko: …, en: … }' },
  holds: {
    what: 'Facts that the engine must confirm after `given` and `do`.',
    example: 'holds: running(web)',
  },
  explain: {
    what: 'Why the key is true. Left out: made from the run.',
    example: 'explain: { ko: …, en: … }',
  },
  difficulty: {
    what: 'How hard it is within its kind: easy, medium (left out) or hard. Easy ones come first, hard ones once memory is mature.',
    example: 'difficulty: medium',
  },
  source: {
    what: 'The lines of the source documents that this teaches.',
    example: 'source: [S0#41-43]',
  },
};
