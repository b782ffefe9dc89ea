import type { CatalogueData } from '@/lib/engine';
import { mysql, redis } from './databases';
import { centos, debianImages, rockylinux, whalesay } from './distributions';
import { host } from './host';
import { httpd } from './httpd';
import { nodeImages, pythonImages } from './interpreters';
import { openjdk, php } from './languages';
import { nginxImages } from './nginx';
import { postgresImages } from './postgres';
import { privateImages } from './private';
import { quayImages } from './quay';
import { registries, tiredImages } from './registries';
import { registry } from './registry';
import { repositories } from './repositories';
import { alpine, busybox, helloWorld, httpEcho } from './small';
import { ubuntu } from './ubuntu';

/**
 * The registries and images of the course's world. Sizes and configurations follow the real images of these names; files are a few of theirs, programs
 * are simulated. The accounts are the learner's own and are told in the questions that need them.
 */
export const catalogueData: CatalogueData = {
  host,
  registries,
  repositories,
  images: [
    ubuntu,
    ...nginxImages,
    httpd,
    redis,
    mysql,
    ...postgresImages,
    php,
    openjdk,
    ...pythonImages,
    ...nodeImages,
    busybox,
    alpine,
    helloWorld,
    httpEcho,
    centos,
    rockylinux,
    ...debianImages,
    whalesay,
    registry,
    ...quayImages,
    ...privateImages,
    ...tiredImages,
  ],
};
