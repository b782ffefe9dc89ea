import { advance, nextDue } from '../../advance';
import { membersOf, numberOf, textOf } from '../../api/read-json';
import { parseTimestamp } from '../../system/timestamp';
import type { Turn } from '../../turn';
import { CommandError, type Client } from '../client';
import { command, none } from '../command';
import { escapeJson } from '../template/print';
import { compileTemplate, execute, type Template } from '../template/template';
import { GoValue, INT, STRING, type GoType } from '../template/value';
import { filtersQuery } from './filters';

const ACTOR: GoType = {
  kind: 'struct',
  name: 'events.Actor',
  fields: { ID: { type: STRING }, Attributes: { type: { kind: 'map', element: STRING } } },
};
/** The Go type of an event (moby api/types/events Message). */
const MESSAGE: GoType = {
  kind: 'struct',
  name: 'events.Message',
  fields: {
    Status: { type: STRING, json: 'status' },
    ID: { type: STRING, json: 'id' },
    From: { type: STRING, json: 'from' },
    Type: { type: { kind: 'string', name: 'events.Type' } },
    Action: { type: { kind: 'string', name: 'events.Action' } },
    Actor: { type: ACTOR },
    Scope: { type: STRING, json: 'scope' },
    Time: { type: INT, json: 'time' },
    TimeNano: { type: INT, json: 'timeNano' },
  },
};
/** Nobody watches longer, in milliseconds. */
const LONGEST = 24 * 3_600_000;
/** How long somebody watches a stream without an end, in milliseconds. */
const WATCH = 60_000;
const EMPTY = { Type: '', Action: '', Actor: { ID: '', Attributes: null } };

/** The template of `--format`, tried over an empty event as the command line does; null without one. */
function templateOf(format: string): Template | null {
  if (format === '') return null;
  const source = format === 'json' ? '{{json .}}' : format;
  const fail = (reason: string): never => {
    throw new CommandError(`Error parsing format: ${reason}`, 64);
  };
  const template = compileTemplate(source);
  if (!template.ok) return fail(template.error);
  const tried = execute(template.value, new GoValue({ kind: 'pointer', element: MESSAGE }, EMPTY));
  return tried.ok ? template.value : fail(tried.error);
}

/** `2026-11-21T21:24:30.128414895Z container attach ID (image=app:1, name=keen_ride)` */
function plainLine(json: unknown): string {
  const event = membersOf(json);
  const actor = membersOf(event['Actor']);
  const stamp = new Date(Math.round(numberOf(event['timeNano']) / 1_000_000)).toISOString();
  const attributes = Object.entries(membersOf(actor['Attributes']))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${textOf(value)}`);
  const words = [textOf(event['Type']), textOf(event['Action']), textOf(actor['ID'])].join(' ');
  const more = attributes.length > 0 ? ` (${attributes.join(', ')})` : '';
  return `${stamp.replace('Z', '000000Z')} ${words}${more}\n`;
}

function momentOf(client: Client, text: string): number | null {
  if (text === '') return null;
  const moment = parseTimestamp(text, client.now);
  if (!moment.ok) throw new CommandError(moment.error);
  return moment.value;
}

function print(client: Client, template: Template | null, json: unknown): void {
  if (template === null) return client.out(plainLine(json));
  const line = execute(template, new GoValue(MESSAGE, json));
  if (!line.ok) {
    client.out('\n');
    throw new CommandError(line.error);
  }
  client.out(`${line.value}\n`);
}

/** Lets pass what happens by itself, up to a moment; the clock stays where the last of it was. */
function watch(turn: Turn, until: number): void {
  for (let due = nextDue(turn); due <= until && turn.spent.over === null; due = nextDue(turn))
    advance(turn, due);
}

/**
 * Without `--until`, or with one more than a day away, the stream has no end: its user watches what happens by itself and leaves it with Ctrl-C. With
 * an end and no beginning everything that the engine remembers comes first (moby daemon/events loadBufferedEvents).
 */
export const events = command(none, (client, flags) => {
  const template = templateOf(flags.string('format'));
  const start = client.now;
  const since = momentOf(client, flags.string('since'));
  const until = momentOf(client, flags.string('until'));
  const endless = until === null || until > start + LONGEST;
  const seen = client.resumed?.since ?? null;
  if (endless && !client.isWatched) watch(client.turn, start + WATCH);
  else if (!endless && until > client.now) advance(client.turn, until);
  const filters = filtersQuery(flags);
  const { body } = client.ask({
    method: 'GET',
    path: '/events',
    query: {
      ...(since === null && seen === null && !endless
        ? {}
        : { since: String((seen === null ? (since ?? start) : seen + 1) / 1000) }),
      ...(until === null ? {} : { until: String(until / 1000) }),
      ...(filters === undefined ? {} : { filters }),
    },
  });
  const messages = body.kind === 'messages' ? body.messages : [];
  if (flags.string('format') === 'json')
    for (const message of messages) client.out(`${escapeJson(JSON.stringify(message))}\n`);
  else for (const message of messages) print(client, template, message);
  if (endless && client.isWatched) client.watch(client.now);
  return endless ? 130 : 0;
});
