/** The engine's only door. */
export type { ApiRequest } from './api/types';
export type { Catalogue, CatalogueData, HistoryData, ImageData, LayerData } from './catalogue';
export type { FileEntry } from './filesystem';
export type { MisconceptionId } from './misconceptions/ids';
export type { Reference } from './reference';
export type { CommandRun } from './run-line';
export type { Sandbox } from './state';
export type { World } from './world';
export { buildCatalogue } from './build-catalogue';
export { createSandbox } from './create-sandbox';
export { misconceptionIds } from './misconceptions/ids';
export { misconceptions } from './misconceptions/registry';
export { format as formatReference, parseNormalizedNamed, tagNameOnly } from './reference';
export { runLine } from './run-line';
export { send } from './send';
export { deserialise, serialise } from './serialise';
export { engineVersion } from './version';
export { worldOf } from './world-of';
