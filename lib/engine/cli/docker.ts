import { Latest } from '../../kernel/latest';
import type { Manual } from '../manual';
import { chooseBuilder } from './choose-builder';
import { followDockerfiles } from './commands/follow-dockerfiles';
import { CommandError, DaemonError, type Client } from './client';
import { meansUsual, resolveEndpoint } from './contexts/endpoint';
import { readWords, type Reading, type Task } from './read-words';

/** The commands that speak to no engine. */
const CLIENTLESS = /^docker (context|logout|manifest|trust)\b/;

const readings = new Map<string, Reading>();
/** The same by the very words: a line that was typed before has the same ones. */
const latest = new Latest<readonly string[], Reading>();
const MOST_READINGS = 500;
/** Lines longer than this are hardly typed twice. */
const LONGEST_REMEMBERED = 1_000;

/**
 * Runs `docker …`; `words` begin with the word `docker` itself. Returns the exit code. The words are read once: the latest few hundred command lines are
 * remembered.
 */
export function runDocker(client: Client, words: readonly string[]): number {
  const { manual } = client.turn.world;
  const known = latest.get(words);
  const reading = known?.manual === manual ? known : readingOf(manual, words);
  if (reading.choosesBuilder) {
    const { warning, error } = chooseBuilder(client.env, reading.isBuild);
    if (error !== null) {
      client.error(error);
      return 1;
    }
    if (warning !== '') client.error(warning);
  }
  if (reading.stdout !== '') client.out(reading.stdout);
  if (reading.stderr !== '') client.error(reading.stderr);
  if (reading.task === null) return reading.exitCode;
  if (!meansUsual(client, reading.aim)) {
    client.aim = reading.aim;
    client.endpoint = resolveEndpoint(client, reading.aim);
    const { failure } = client.endpoint;
    if (failure !== null && !CLIENTLESS.test(reading.task.path)) {
      client.error(`Failed to initialize: ${failure}\n`);
      return 1;
    }
  }
  return perform(client, reading.task);
}

function readingOf(manual: Manual, words: readonly string[]): Reading {
  const text = words.join('\0');
  const known = readings.get(text);
  if (known?.manual === manual) {
    latest.set(words, known);
    return known;
  }
  const reading = readWords(manual, words.slice(1));
  if (readings.size >= MOST_READINGS) readings.clear();
  if (text.length <= LONGEST_REMEMBERED) readings.set(text, reading);
  return reading;
}

function perform(client: Client, { command, flags, path }: Task): number {
  if (client.settings.builds !== undefined && path !== 'docker build') followDockerfiles(client);
  try {
    return command.run(client, flags, path);
  } catch (failure) {
    if (!(failure instanceof CommandError) && !(failure instanceof DaemonError)) throw failure;
    client.error(`${failure.message}\n`);
    return failure instanceof CommandError ? failure.exitCode : 1;
  }
}
