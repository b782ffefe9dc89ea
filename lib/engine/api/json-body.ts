import { goJsonProblem } from './go-json';

/** A body that is not the JSON that the engine asks for; `message` is what the engine says (moby api/server/httputils ReadJSON). */
export class BodyRefusal extends Error {}

/** Arrays and objects in one another; JSON.parse and what reads its values know no limit of their own. */
const DEEPEST = 100;

/** Reads the JSON of a request. An empty body is null. @throws BodyRefusal */
export function readJsonBody(text: string, contentType: string): unknown {
  if (text === '') return null;
  checkContentType(contentType);
  if (text.trim() === '') throw new BodyRefusal('invalid JSON: got EOF while reading request body');
  if (depthOf(text) > DEEPEST) throw new BodyRefusal('invalid JSON: exceeded max depth');
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    const problem = goJsonProblem(text);
    throw new BodyRefusal(
      problem === null ? 'unexpected content after JSON' : `invalid JSON: ${problem}`,
    );
  }
}

function checkContentType(contentType: string): void {
  const [type = ''] = contentType.split(';');
  if (type.trim().toLowerCase() === 'application/json') return;
  throw new BodyRefusal(
    contentType === ''
      ? 'malformed Content-Type header (): mime: no media type'
      : `unsupported Content-Type header (${contentType}): must be 'application/json'`,
  );
}

/** How many brackets stand around one another at most. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === 34) quoted = !quoted;
    else if (quoted && letter === 92) i++;
    else if (!quoted && (letter === 123 || letter === 91)) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (letter === 125 || letter === 93)) depth--;
  }
  return deepest;
}
