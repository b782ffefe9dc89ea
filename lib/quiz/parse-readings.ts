import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { readEntry } from './course-file';
import type { Readings } from './korean';
import type { TemplateProblem } from './template-problem';

export const readingsSchema = z.record(z.string(), z.string().min(1));

/** Reads `content/readings.yaml`: word → its Korean reading in Hangul. Letter case of the words does not count. */
export function parseReadings(
  yaml: string,
  file: string,
): Result<Readings, readonly TemplateProblem[]> {
  const entry = readEntry(yaml, file, readingsSchema, { keys: {}, schema: readingsSchema });
  if (!entry.ok) return entry;
  const { value, problem } = entry.value;
  const problems: TemplateProblem[] = [];
  const readings = new Map<string, string>();
  for (const [word, reading] of Object.entries(value)) {
    if (!/^[가-힣]+(?: [가-힣]+)*$/.test(reading)) {
      problems.push(
        problem([word], `"${reading}" is not a reading in Hangul`, 'write `nginx: 엔진엑스`'),
      );
    }
    if (readings.has(word.toLowerCase())) {
      problems.push(problem([word], `"${word}" has two readings`, 'keep one'));
    }
    readings.set(word.toLowerCase(), reading);
  }
  return problems.length > 0 ? err(problems) : ok(readings);
}
