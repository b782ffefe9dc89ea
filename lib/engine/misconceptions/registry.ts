import { argsAppendToCmd } from './args-append-to-cmd';
import { bindMerges } from './bind-merges';
import { commitChangesBase } from './commit-changes-base';
import { commitIncludesVolumes } from './commit-includes-volumes';
import { commitStopsContainer } from './commit-stops-container';
import { containerIsVm } from './container-is-vm';
import { containersShareFiles } from './containers-share-files';
import { createdUsesMemory } from './created-uses-memory';
import { detachedKeepsAlive } from './detached-keeps-alive';
import { dockerfileIsImage } from './dockerfile-is-image';
import { editsChangeImage } from './edits-change-image';
import { execExitStops } from './exec-exit-stops';
import { exitRemovesContainer } from './exit-removes-container';
import { exposePublishes } from './expose-publishes';
import { hostPortShareable } from './host-port-shareable';
import { imageRuns } from './image-runs';
import { laterRmShrinks } from './later-rm-shrinks';
import { latestIsNewest } from './latest-is-newest';
import { localhostIsHost } from './localhost-is-host';
import { namespaceIsRegistry } from './namespace-is-registry';
import { noSlashMeansLocal } from './no-slash-means-local';
import { pauseFreesMemory } from './pause-frees-memory';
import { pauseIsStop } from './pause-is-stop';
import { pauseKeepsCpu } from './pause-keeps-cpu';
import { portOrderSwapped } from './port-order-swapped';
import { pullStartsContainer } from './pull-starts-container';
import { pullUpdatesContainers } from './pull-updates-containers';
import { pushNeedsNoLogin } from './push-needs-no-login';
import { pushSendsContainer } from './push-sends-container';
import { restartRereadsConfig } from './restart-rereads-config';
import { rmDeletesNamedVolumes } from './rm-deletes-named-volumes';
import { rmKeepsData } from './rm-keeps-data';
import { rmRemovesImage } from './rm-removes-image';
import { runAlwaysPulls } from './run-always-pulls';
import { runCdPersists } from './run-cd-persists';
import { runExportPersists } from './run-export-persists';
import { runResumes } from './run-resumes';
import { sameContainerPortConflicts } from './same-container-port-conflicts';
import { startTakesNewOptions } from './start-takes-new-options';
import { stopAlwaysTakesTen } from './stop-always-takes-ten';
import { stopIsInstant } from './stop-is-instant';
import { stopWipesFiles } from './stop-wipes-files';
import { stoppedDoesNotUseImage } from './stopped-does-not-use-image';
import { tagCopies } from './tag-copies';
import { tagOptionalMeansNone } from './tag-optional-means-none';
import { tagRenames } from './tag-renames';
import { untagDeletesAll } from './untag-deletes-all';
import type { MisconceptionId } from './ids';
import type { Misconception } from './misconception';

const all: readonly Misconception<MisconceptionId>[] = [
  containerIsVm,
  imageRuns,
  editsChangeImage,
  containersShareFiles,
  stopWipesFiles,
  exitRemovesContainer,
  runResumes,
  startTakesNewOptions,
  rmRemovesImage,
  stoppedDoesNotUseImage,
  untagDeletesAll,
  tagCopies,
  tagRenames,
  latestIsNewest,
  runAlwaysPulls,
  pullUpdatesContainers,
  restartRereadsConfig,
  exposePublishes,
  portOrderSwapped,
  sameContainerPortConflicts,
  hostPortShareable,
  localhostIsHost,
  detachedKeepsAlive,
  execExitStops,
  laterRmShrinks,
  runCdPersists,
  runExportPersists,
  argsAppendToCmd,
  stopIsInstant,
  stopAlwaysTakesTen,
  pauseFreesMemory,
  pauseKeepsCpu,
  pauseIsStop,
  createdUsesMemory,
  commitIncludesVolumes,
  commitStopsContainer,
  commitChangesBase,
  rmKeepsData,
  rmDeletesNamedVolumes,
  bindMerges,
  noSlashMeansLocal,
  namespaceIsRegistry,
  tagOptionalMeansNone,
  pushNeedsNoLogin,
  pushSendsContainer,
  pullStartsContainer,
  dockerfileIsImage,
];

/** Every misconception by its name. */
export const misconceptions: ReadonlyMap<MisconceptionId, Misconception<MisconceptionId>> = new Map(
  all.map((misconception) => [misconception.id, misconception]),
);
