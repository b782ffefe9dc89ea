import type { ManualData } from '@/lib/engine';
import { builderPages } from './builder';
import { containerPages } from './container';
import { contextPages } from './context';
import { imagePages } from './image';
import { groupHelp, topHelp } from './management';
import { manifestPages } from './manifest';
import { networkPages } from './network';
import { pluginPages } from './plugin';
import { registryPages } from './registry';
import { swarmPages } from './swarm';
import { systemPages } from './system';
import { trustPages } from './trust';
import { volumePages } from './volume';

/**
 * The manual of docker CLI 28.2.2: what `--help` says, in its own words.
 *
 * The texts were printed once by the real program and taken apart at its headings (`Usage:`, `Aliases:`, `Options:`); to make them again, run
 * `docker COMMAND --help` for every command that a `--help` lists, at 80 columns, with DOCKER_BUILDKIT=0, HOME=/home/learner and DOCKER_HOST naming
 * anything that answers `/_ping` with API version 1.50, `Swarm: inactive`, `Docker-Experimental: false` and `Builder-Version: 1`.
 */
export const manualData: ManualData = {
  top: topHelp,
  groups: groupHelp,
  commands: {
    ...builderPages,
    ...containerPages,
    ...contextPages,
    ...imagePages,
    ...manifestPages,
    ...networkPages,
    ...pluginPages,
    ...registryPages,
    ...swarmPages,
    ...systemPages,
    ...trustPages,
    ...volumePages,
  },
};
