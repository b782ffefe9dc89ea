/** The engine's only door. */
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
export type { AnyReference, Reference } from './reference';
export type { Rules } from './rules';
export type { CommandRun } from './run-line';
export type { Sandbox } from './state';
export type { World } from './world';
export { buildCatalogue } from './build-catalogue';
export { createSandbox, type SandboxOptions } from './create-sandbox';
export { misconceptionIds } from './misconceptions/ids';
export { misconceptions } from './misconceptions/registry';
export {
  familiarName,
  familiarString,
  format as formatReference,
  fullName,
  parse as parseReference,
  parseAnyReference,
  parseNormalizedNamed,
  tagNameOnly,
} from './reference';
export { trueRules } from './rules';
export { runLine } from './run-line';
export { send } from './send';
export { deserialise, serialise } from './serialise';
export { engineVersion } from './version';
export { worldOf } from './world-of';
