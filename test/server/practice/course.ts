import { readContent } from '@/lib/server/content/read-content';
import { loadContent } from '@/lib/server/content/load-content';

/** Loads the real course into this file's database. Few seeds: that it is proved is shown elsewhere. */
export async function loadRealCourse(): Promise<void> {
  const course = readContent('content');
  if (!course.ok) throw new Error(JSON.stringify(course.error, null, 1));
  const loaded = await loadContent(course.value, { seeds: 12 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 1));
}
