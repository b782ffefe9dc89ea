import type { ManualData } from '@/lib/engine';
import { builderPages } from './builder';
import { configPages } from './config';
import { containerPages } from './container';
import { contextPages } from './context';
import { imagePages } from './image';
import { groupHelp, topHelp } from './management';
import { manifestPages } from './manifest';
import { networkPages } from './network';
import { nodePages } from './node';
import { pluginPages } from './plugin';
import { registryPages } from './registry';
import { secretPages } from './secret';
import { servicePages } from './service';
import { stackPages } from './stack';
import { swarmPages } from './swarm';
import { systemPages } from './system';
import { trustPages } from './trust';
import { volumePages } from './volume';

/**
 * The manual of docker CLI 28.2.2: what `--help` says, in its own words.
 *
 * The texts were printed once by the real program and taken apart at its headings (`Usage:`, `Aliases:`, `Options:`); to make them again, run
 * `docker COMMAND --help` for every command that a `--help` lists and for those of a swarm, at 80 columns, with DOCKER_BUILDKIT=0, HOME=/home/learner and DOCKER_HOST naming
 * anything that answers `/_ping` with API version 1.50, `Swarm: inactive`, `Docker-Experimental: false` and `Builder-Version: 1`.
 */
export const manualData: ManualData = {
  top: topHelp,
  groups: groupHelp,
  commands: {
    ...builderPages,
    ...configPages,
    ...containerPages,
    ...contextPages,
    ...imagePages,
    ...manifestPages,
    ...networkPages,
    ...nodePages,
    ...pluginPages,
    ...registryPages,
    ...secretPages,
    ...servicePages,
    ...stackPages,
    ...swarmPages,
    ...systemPages,
    ...trustPages,
    ...volumePages,
  },
};
