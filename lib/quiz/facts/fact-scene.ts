import type { Sandbox } from '../../engine';
import type { EngineQuery } from '../engine-query';

/** Where a fact is asked: the sandbox, and the one at the start for what speaks of it (`same`, `removed`, `ended`, `pulled`). */
export interface FactScene {
  readonly query: EngineQuery;
  readonly start: Sandbox;
}
