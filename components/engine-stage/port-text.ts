import type { PortPicture } from '@/lib/stage/picture';

/** A port as `docker ps` prints it: `0.0.0.0:8080->80/tcp`, or `80/tcp` when it is only exposed. */
export function portText({ inside, outside }: PortPicture): string {
  return outside === null ? inside : `${outside.address}:${outside.port}->${inside}`;
}
