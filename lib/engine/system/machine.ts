/** The simulated host, as the recorded sessions know theirs: a small virtual machine with Debian's packages of Docker's parts. */
export const machine = {
  id: '07f9f331-2a1f-4b35-b533-576e6578c1a6',
  name: 'docker-vm',
  cpus: 2,
  /** Bytes. */
  memory: 25_276_510_208,
  operatingSystem: 'Debian GNU/Linux 12 (bookworm) (containerized)',
  containerd: { version: '1.6.20~ds1', commit: '1.6.20~ds1-1+deb12u3' },
  runc: { version: '1.1.5+ds1', commit: '1.1.5+ds1-1+deb12u1' },
  init: '0.19.0',
} as const;
