import 'server-only';
import { echoes, type ApiRequest, type CommandRun, type Sandbox, type World } from '@/lib/engine';

/**
 * Stands for a password that somebody typed: the engine and the journal get it instead, so that a replay gives the same state and nobody reads the password
 * anywhere. Passwords of the catalogue's registries are no secret and stay as they are; no other one opens anything there.
 */
export const NOT_KEPT = 'password-not-kept';

/** A line with what a pipe or a file gave it. */
export interface TypedLine {
  readonly line: string;
  readonly stdin?: string | undefined;
}

const publicOf = new WeakMap<World, ReadonlySet<string>>();

/** Is that a password that must not be kept? */
function isSecret(password: string, world: World): boolean {
  let known = publicOf.get(world);
  if (!known) {
    const accounts = Object.values(world.catalogue.registries).flatMap((each) =>
      Object.values(each.accounts),
    );
    known = new Set(['', NOT_KEPT, ...accounts]);
    publicOf.set(world, known);
  }
  return !known.has(password);
}

/** One word of a shell, with its quotes. */
const WORD = String.raw`(?:'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^\s;|&<>()'"\\])+`;
/** `docker login` with the words behind it. */
const LOGIN = new RegExp(
  String.raw`\bdocker(?:[ \t]+-\S+(?:[ \t]+(?!login\b)[^\s-]\S*)?)*[ \t]+login\b(?:[ \t]+${WORD})*`,
  'g',
);
const FLAG = new RegExp(
  String.raw`([ \t](?:--password(?:=|[ \t]+)|-p(?:=|[ \t]+)?))(${WORD})`,
  'g',
);
/** What `echo` or `printf` gives a login, and what stands behind `<<<`. */
const PIPED = new RegExp(
  String.raw`(\b(?:echo|printf)(?:[ \t]+-[neE]+)*[ \t]+(?:['"]?%s(?:\\n)?['"]?[ \t]+)?)(${WORD})(?=[ \t]*\|[^|;&\n]*\blogin\b[^|;&\n]*--password-stdin)`,
  'g',
);
const HERE = new RegExp(
  String.raw`(\blogin\b[^|;&\n]*--password-stdin[^|;&<\n]*<<<[ \t]*)(${WORD})`,
  'g',
);

/** Longer lines are not looked through for words: what they log in with is taken out all the same. */
const LONGEST = 10_000;

/** The same without passwords as far as the words of the line show them: what is typed unseen, and what a login is given. */
export function hideTyped(state: Sandbox, typed: TypedLine, world: World): TypedLine {
  const { line, stdin } = typed;
  if (!echoes(state))
    return isKey(line) || !isSecret(line.trim(), world) ? typed : { ...typed, line: NOT_KEPT };
  if (!line.includes('login') || line.length > LONGEST) return typed;
  const hide = (whole: string, before: string, word: string) =>
    isExpansion(word) || !isSecret(unquoted(word), world) ? whole : before + NOT_KEPT;
  const hidden = line
    .replace(LOGIN, (words) => words.replace(FLAG, hide))
    .replace(PIPED, hide)
    .replace(HERE, hide);
  if (stdin === undefined) return { line: hidden };
  const isAll = line.match(LOGIN)?.some((words) => words.includes('--password-stdin')) ?? false;
  return {
    line: hidden,
    stdin: isAll && isSecret(stdin.trim(), world) ? NOT_KEPT : stdin,
  };
}

/**
 * The same without the passwords that its run has logged in with, wherever they stand in the line or in what it was given (a variable, a here-document,
 * a pipe). Null: it held none.
 */
export function hideUsed(
  typed: TypedLine,
  requests: CommandRun['requests'],
  world: World,
): TypedLine | null {
  let { line, stdin } = typed;
  for (const { request } of requests) {
    const password = request.path === '/auth' ? membersOf(request.body)['password'] : undefined;
    if (typeof password !== 'string' || !isSecret(password, world)) continue;
    line = without(line, password);
    stdin = stdin === undefined ? undefined : without(stdin, password);
  }
  if (line === typed.line && stdin === typed.stdin) return null;
  return { line, ...(stdin !== undefined && { stdin }) };
}

/** A request without the passwords and tokens of an account that is not the catalogue's: `POST /auth`, and the accounts that go along in headers. */
export function hideInRequest(request: ApiRequest, world: World): ApiRequest {
  const { path, headers, body } = request;
  const hidden = Object.entries(headers ?? {}).map(([name, value]): [string, string] => {
    switch (name) {
      case 'X-Registry-Auth':
        return [name, hideInText(value, (json) => hideAccount(json, world))];
      case 'X-Registry-Config':
        return [
          name,
          hideInText(value, (json) => mapMembers(json, (own) => hideAccount(own, world))),
        ];
      default:
        return [name, value];
    }
  });
  return {
    ...request,
    ...(headers && { headers: Object.fromEntries(hidden) }),
    ...(path === '/auth' && body !== undefined && { body: hideAccount(body, world) }),
  };
}

/** Is a line that is given again under its key the one that was kept? What was hidden may have been anything. */
export function isSameText(kept: string, given: string): boolean {
  if (kept === given || !kept.includes(NOT_KEPT)) return kept === given;
  const [first = '', ...rest] = kept.split(NOT_KEPT);
  const last = rest.pop() ?? '';
  if (!given.startsWith(first) || given.length < first.length + last.length) return false;
  if (!given.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = given.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= given.length - last.length;
}

/** A key, or nothing at all. */
function isKey(line: string): boolean {
  return /^[\u0000-\u001f]*$/.test(line);
}

/** Does the shell put something else in the word's place? Then the password does not stand here. */
function isExpansion(word: string): boolean {
  return /^"?[$`]/.test(word);
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"|\\([^])/g, '$1$2').replace(/\\n$/, '');
}

function without(text: string, password: string): string {
  const literal = password.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const alone = text.replace(new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'g'), NOT_KEPT);
  return alone === text && password.length >= LONG_ENOUGH
    ? text.replaceAll(password, NOT_KEPT)
    : alone;
}

/** A shorter password is looked for as a word of its own only: "a" stands in every line. */
const LONG_ENOUGH = 6;

function hideInText(text: string, hide: (json: unknown) => unknown): string {
  return text === '' ? text : JSON.stringify(hide(JSON.parse(text)));
}

/** What is secret of an account as a docker client sends it (moby api/types/registry AuthConfig). */
const SECRETS = ['password', 'auth', 'identitytoken', 'registrytoken'];

function hideAccount(account: unknown, world: World): unknown {
  return Object.fromEntries(
    Object.entries(membersOf(account)).map(([name, value]) => [
      name,
      SECRETS.includes(name) && typeof value === 'string' && isSecret(value, world)
        ? NOT_KEPT
        : value,
    ]),
  );
}

function mapMembers(value: unknown, change: (member: unknown) => unknown): unknown {
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([name, member]) => [name, change(member)]),
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
