/** The engine's only door. */
import type { Catalogue, CatalogueData } from './catalogue';
import type { MisconceptionId } from './misconceptions/ids';
import type { Misconception } from './misconceptions/misconception';
import type { Sandbox } from './state';
import type { World } from './world';
import type { ApiAnswer, ApiRequest } from './api/types';
import type { EngineEvent } from './events';

export type {
  ApiAnswer,
  ApiBody,
  ApiRequest,
  Frame,
  JournalEntry,
  Subscription,
} from './api/types';
export type {
  Catalogue,
  CatalogueData,
  HistoryData,
  ImageData,
  LayerData,
  RegistryData,
} from './catalogue';
export type { EngineEvent } from './events';
export type { FileEntry, LayerFiles } from './filesystem';
export type { Misconception } from './misconceptions/misconception';
export type { MisconceptionId } from './misconceptions/ids';
export type { Rules } from './rules';
export type { CommandRun } from './run-line';
export type { Sandbox } from './state';
export type { World } from './world';
export { misconceptionIds } from './misconceptions/ids';
export { trueRules } from './rules';
export {
  familiarString,
  format as formatReference,
  parseDockerReference,
  parseNormalizedNamed,
} from './reference';
export type { Reference } from './reference';
export { runLine } from './run-line';

export const engineVersion = '28.2.2-1';

export declare function buildCatalogue(data: CatalogueData): Catalogue;
export declare function createSandbox(options: {
  readonly world: World;
  readonly seed: string;
  readonly now: number;
  readonly images: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
}): Sandbox;
export declare function send(
  sandbox: Sandbox,
  request: ApiRequest,
  world: World,
): {
  readonly sandbox: Sandbox;
  readonly events: readonly EngineEvent[];
  readonly answer: ApiAnswer;
};
export declare const misconceptions: ReadonlyMap<MisconceptionId, Misconception<MisconceptionId>>;
export declare function worldOf(catalogue: Catalogue, belief?: MisconceptionId): World;
export declare function serialise(sandbox: Sandbox): string;
export declare function deserialise(text: string): Sandbox;
