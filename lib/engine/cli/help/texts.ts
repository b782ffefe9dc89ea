import { builderTexts } from './texts/builder';
import { containerTexts } from './texts/container';
import { contextTexts } from './texts/context';
import { imageTexts } from './texts/image';
import { manifestTexts } from './texts/manifest';
import { networkTexts } from './texts/network';
import { pluginTexts } from './texts/plugin';
import { registryTexts } from './texts/registry';
import { swarmTexts } from './texts/swarm';
import { systemTexts } from './texts/system';
import { trustTexts } from './texts/trust';
import { volumeTexts } from './texts/volume';

/** What `--help` says of every command, by its shortest name: `run`, `ps`, `network create`. */
export const helpTexts = {
  ...builderTexts,
  ...containerTexts,
  ...contextTexts,
  ...imageTexts,
  ...manifestTexts,
  ...networkTexts,
  ...pluginTexts,
  ...registryTexts,
  ...swarmTexts,
  ...systemTexts,
  ...trustTexts,
  ...volumeTexts,
} as const;

/** A command by its shortest name. */
export type CommandName = keyof typeof helpTexts;
