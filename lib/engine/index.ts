/** The engine's only door. */
export type { ApiAnswer, ApiRequest, Frame } from './api/types';
export type {
  Catalogue,
  CatalogueData,
  HistoryData,
  Image,
  ImageData,
  Layer,
  LayerData,
} from './catalogue';
export type { EngineEvent } from './events';
export type { FileEntry } from './filesystem';
export type { PackageData } from './host';
export type { Manual, ManualData, PageData } from './manual';
export type { MisconceptionId } from './misconceptions/ids';
export type { Reference } from './reference';
export type { CommandRun, TypedRun } from './run-line';
export type { Command, Sent } from './send';
export type { ItemContent, TarItem } from './image/tar-items';
export type { Network } from './network/network';
export type { Container, Exec, LogFrame, Mount, Running, Sandbox, Volume } from './state';
export type { World } from './world';
export { WAIT_HALF } from './api/container-routes';
export { eventsAsked } from './api/event-routes';
export { compareVersions, versionRefusal } from './api/api-version';
export { INPUT } from './api/input-routes';
export { BodyRefusal, readJsonBody } from './api/json-body';
export { readTarget, type RequestTarget } from './api/request-target';
export { stampLog } from './api/logs';
export { promptInContainer } from './container/type-into';
export { filesOfItems, itemOf } from './image/tar-items';
export { tarOfText, textOfTar } from './image/tar-text';
export { transferSizes } from './image/transfer-sizes';
export { humanSize } from './cli/humanize';
export { limits } from './limits';
export { nextMoment, passTime } from './pass-time';
export { buildCatalogue } from './build-catalogue';
export { buildManual } from './build-manual';
export { commandPaths } from './cli/command-names';
export { complete } from './cli/complete';
export { createSandbox } from './create-sandbox';
export { misconceptionIds } from './misconceptions/ids';
export { misconceptions } from './misconceptions/registry';
export { format as formatReference, parseNormalizedNamed, tagNameOnly } from './reference';
export { keys } from './process/prompt';
export { promptFor, runLine, typeLine } from './run-line';
export type { Told } from './told';
export { echoes } from './shell/foreground';
export { hostPrograms } from './shell/host-programs';
export { send } from './send';
export { assemble, deserialise, serialise } from './serialise';
export { engineVersion } from './version';
export { worldOf } from './world-of';
