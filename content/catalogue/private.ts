import type { ImageData } from '@/lib/engine';
import { bookworm, MB, PATH, program } from './base';

/** A company's own registry, which asks for an account before it shows anything. */
export const privateImages: readonly ImageData[] = [
  {
    registry: 'registry.example.com',
    repository: 'team/shop',
    tags: ['1.0', 'latest'],
    created: '2024-09-02T08:30:00Z',
    config: {
      ExposedPorts: { '8080/tcp': {} },
      Env: [PATH, 'SHOP_ENV=production'],
      Cmd: ['java', '-jar', '/app/shop.jar'],
      WorkingDir: '/app',
    },
    layers: [
      bookworm,
      {
        content: 'shop 1.0',
        size: 212 * MB,
        files: {
          '/usr/bin/java': program('java', 13 * MB),
          '/app/shop.jar': { kind: 'zeros', size: 38 * MB },
        },
      },
    ],
    history: [
      { createdBy: 'ADD rootfs / # buildkit', layer: 0 },
      { createdBy: 'COPY shop.jar /app/ # buildkit', layer: 1 },
      { createdBy: 'CMD ["java" "-jar" "/app/shop.jar"]' },
    ],
  },
];
