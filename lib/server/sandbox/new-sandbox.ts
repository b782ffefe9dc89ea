import 'server-only';
import { engineVersion, type Sandbox } from '@/lib/engine';
import type { SandboxKind } from '@/lib/server/generated/client';
import { changesBetween } from './state-rows';
import { ownValues, writeChanges, Writing, type Statement } from './statements';

/** What the row of a new sandbox says beside its state. */
export interface NewSandbox {
  readonly id: string;
  readonly kind: SandboxKind;
  readonly learnerId: string | null;
  /** Of free play: what it begins with. */
  readonly recipe: unknown;
  readonly at: number;
}

/** Which setup state a new sandbox holds the rows of: a new one, or one that is stored as a text so far. */
export interface SetupName {
  readonly hash: string;
  readonly is: 'new' | 'text';
}

/** The one statement that stores a new sandbox with all its rows. Nothing is stored where the setup state has its rows already. */
export function insertStatement(sandbox: NewSandbox, state: Sandbox, setup?: SetupName): Statement {
  const writing = new Writing();
  const value = (what: unknown, type: string) => writing.value(what, type);
  const id = value(sandbox.id, 'uuid');
  if (setup) {
    const hash = value(setup.hash, 'text');
    if (setup.is === 'text')
      writing.part('gone', `DELETE FROM setup_state_texts WHERE hash = ${hash}`);
    writing.part(
      'named',
      setup.is === 'new'
        ? `INSERT INTO setup_states (hash, engine_version, sandbox_id) VALUES (${hash}, ${value(engineVersion, 'text')}, ${id})
           ON CONFLICT (hash) DO NOTHING RETURNING sandbox_id`
        : `UPDATE setup_states SET sandbox_id = ${id} WHERE hash = ${hash} AND sandbox_id IS NULL RETURNING sandbox_id`,
    );
  }
  const own = ownValues(writing, state);
  const instant = value(new Date(sandbox.at).toISOString(), 'timestamptz');
  writing.part(
    'own',
    `INSERT INTO sandboxes (id, kind, learner_id, recipe, engine_version, created_at, used_at, ${Object.keys(own).join(', ')})
     SELECT ${id}, ${value(sandbox.kind, 'sandbox_kind')}, ${value(sandbox.learnerId, 'uuid')},
       ${value(sandbox.recipe === null ? null : JSON.stringify(sandbox.recipe), 'json')}, ${value(engineVersion, 'text')}, ${instant}, ${instant},
       ${Object.values(own).join(', ')} ${setup ? 'FROM named' : ''}
     RETURNING id`,
  );
  writeChanges(writing, changesBetween(null, state));
  return writing.statement('SELECT id FROM own');
}
