import type { CatalogueData } from '@/lib/engine';
import { busybox } from './busybox';
import { gnu } from './gnu';
import { packages } from './packages';

/** The learner's machine, as the recorded sessions know theirs: a small virtual machine with Debian's packages of Docker's parts. */
export const host: CatalogueData['host'] = {
  name: 'docker-vm',
  id: '07f9f331-2a1f-4b35-b533-576e6578c1a6',
  user: { name: 'learner', uid: 1000, home: '/home/learner' },
  kernel: {
    release: '6.18.44-fc-v657',
    build: '#1 SMP PREEMPT_DYNAMIC Fri Nov 20 12:02:04 UTC 2026',
  },
  cpus: { count: 2, vendor: 'GenuineIntel', model: 'Intel(R) Xeon(R) CPU' },
  memory: 25_276_510_208,
  operatingSystem: {
    id: 'debian',
    name: 'Debian GNU/Linux',
    version: '12',
    pretty: 'Debian GNU/Linux 12 (bookworm)',
    told: 'Debian GNU/Linux 12 (bookworm) (containerized)',
  },
  machine: 'x86_64',
  containerd: { version: '1.6.20~ds1', commit: '1.6.20~ds1-1+deb12u3' },
  runc: { version: '1.1.5+ds1', commit: '1.1.5+ds1-1+deb12u1' },
  init: '0.19.0',
  busybox,
  gnu,
  packages,
};
