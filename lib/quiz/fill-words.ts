import { err, ok, type Result } from '../kernel/result';
import { resolveParticles, type Readings } from './korean';
import { fillLocale, type Assignment } from './parameters';
import type { Refusal } from './question-context';
import type { Words } from './types';

/** Puts values in words of both languages and chooses the Korean particles. `path` says where the words are written. */
export function fillWords(
  words: Words,
  values: Assignment,
  readings: Readings,
  path: string,
): Result<Words, Refusal> {
  const ko = resolveParticles(fillLocale(words, 'ko', values), readings);
  if (!ko.ok) {
    const { word, particle } = ko.error;
    return err({
      path: `${path}.ko`,
      message: `nobody knows how "${word}" is read, so ${particle} cannot be chosen`,
      instead: `add \`${word}: …\` to content/readings.yaml, or write the particle out`,
    });
  }
  return ok({ ko: ko.value, en: fillLocale(words, 'en', values) });
}
