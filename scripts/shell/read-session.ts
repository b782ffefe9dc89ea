import { Problem } from '../support/problem.mjs';
import type { Session, SessionStep } from './replay';

/** A session out of a file's JSON. `files` and `images` may be missing. @throws Problem when it is something else */
export function readSession(json: unknown, file: string): Session {
  const refuse = (what: string): never => {
    throw new Problem(`${file} is no session: ${what}.`, 'See README.md beside the sessions.');
  };
  if (!isObject(json)) return refuse('it holds no object');
  const { id, images = [], files = {}, steps } = json;
  if (typeof id !== 'string' || id === '') return refuse('it has no id');
  if (!isTexts(images)) return refuse('images is no list of names');
  if (!isObject(files) || !isTexts(Object.values(files))) return refuse('files are no texts');
  if (!Array.isArray(steps)) return refuse('it has no steps');
  return {
    id,
    images,
    files: files as Readonly<Record<string, string>>,
    steps: steps.map((step: unknown, index): SessionStep => {
      if (!isObject(step) || typeof step['cmd'] !== 'string')
        return refuse(`step ${index} has no cmd`);
      const { cmd, cmdTemplate, stdin } = step;
      return {
        cmd,
        ...(typeof cmdTemplate === 'string' ? { cmdTemplate } : {}),
        ...(typeof stdin === 'string' ? { stdin } : {}),
      };
    }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
