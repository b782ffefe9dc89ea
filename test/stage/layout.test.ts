import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, StageDrawing } from '@/lib/stage/drawing';
import { layout } from '@/lib/stage/layout';
import { measuresOf } from '@/lib/stage/measures';
import { emptyPicture, type ContainerPicture, type Picture } from '@/lib/stage/picture';
import { planOf, type Plan } from '@/lib/stage/plan';
import { begin, pictures, session, world } from './session-for-tests';
import { pictureOf } from '@/lib/stage/picture-of';

const sizes = ['narrow', 'wide'] as const;

/** Everything that has a surface of its own, by key. */
function boxesOf(drawing: StageDrawing): ReadonlyMap<string, Box> {
  return new Map<string, Box>([
    ...drawing.registries.flatMap(({ entries }) =>
      entries.map(({ key, box }) => [key, box] as const),
    ),
    ...drawing.images.flatMap(({ labels }) => labels.map(({ key, box }) => [key, box] as const)),
    ...drawing.plates.map(({ key, box }) => [key, box] as const),
    ...drawing.containers.map(({ key, hull }) => [key, hull] as const),
    ...drawing.ports.map(({ key, box }) => [key, box] as const),
    ...drawing.stores.map(({ key, box }) => [key, box] as const),
  ]);
}

function overlap(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  );
}

function overlaps(drawing: StageDrawing): string[] {
  const boxes = [...boxesOf(drawing)];
  return boxes.flatMap(([key, box], index) =>
    boxes
      .slice(index + 1)
      .flatMap(([other, otherBox]) => (overlap(box, otherBox) ? [`${key} × ${other}`] : [])),
  );
}

function outside({ width, height, ...drawing }: StageDrawing): string[] {
  const whole = { ...drawing, width, height };
  return [...boxesOf(whole)].flatMap(([key, box]) =>
    box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
      ? []
      : [key],
  );
}

/** Each picture of a session as it is drawn in its run. */
function drawings(run: readonly Picture[], size: 'narrow' | 'wide', plan: Plan) {
  return run.map((picture, index) => layout(picture, run[index - 1] ?? null, plan, size));
}

describe('over random sessions', () => {
  const runs = { numRuns: 20 };

  it('puts nothing over anything else and everything inside the canvas', () => {
    fc.assert(
      fc.property(session, (lines) => {
        const run = pictures(lines, ['nginx', 'busybox', 'redis']);
        for (const plan of [planOf(run), planOf([])]) {
          for (const drawing of sizes.flatMap((size) => drawings(run, size, plan))) {
            expect(overlaps(drawing)).toEqual([]);
            expect(outside(drawing)).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('draws everything that is there, up to its limits, and counts the rest', () => {
    fc.assert(
      fc.property(session, (lines) => {
        const run = pictures(lines, ['nginx', 'busybox', 'redis']);
        const plan = planOf(run);
        for (const [index, drawing] of drawings(run, 'narrow', plan).entries()) {
          const picture = run[index] ?? emptyPicture;
          const drawn = drawing.containers.filter(({ mark }) => mark !== 'gone');
          expect(drawn.length + drawing.more.containers).toBe(picture.containers.length);
          expect(
            drawing.images.filter(({ mark }) => mark !== 'gone').length + drawing.more.images,
          ).toBeGreaterThanOrEqual(picture.images.length);
        }
      }),
      runs,
    );
  });

  it('keeps hulls and names of images where they are from step to step of a short run', () => {
    fc.assert(
      fc.property(session, (lines) => {
        const run = pictures(lines, ['nginx', 'redis']);
        const plan = planOf(run);
        fc.pre(plan.rooms.length > 0);
        for (const size of sizes) {
          const places = new Map<string, string>();
          const drawn = drawings(run, size, plan);
          for (const { containers, images } of drawn) {
            for (const [key, { x, y }] of [
              ...containers.map(({ key, hull }) => [key, hull] as const),
              ...images.map(({ key, box }) => [key, box] as const),
            ]) {
              const place = `${x} ${y}`;
              expect([key, places.get(key) ?? place]).toEqual([key, place]);
              places.set(key, place);
            }
          }
          expect(new Set(drawn.map(({ height }) => height)).size).toBe(1);
        }
      }),
      runs,
    );
  });

  it('keeps the order and the columns of what stays when things close up', () => {
    fc.assert(
      fc.property(session, (lines) => {
        const run = pictures(lines, ['nginx', 'redis']);
        const plan = { ...planOf(run), rooms: [] };
        const drawn = drawings(run, 'narrow', plan);
        for (const [index, drawing] of drawn.entries()) {
          const before = new Map((drawn[index - 1]?.containers ?? []).map((c) => [c.key, c.hull]));
          const staying = drawing.containers.filter(({ key }) => before.has(key));
          for (const { key, hull } of staying) expect(hull.x).toBe(before.get(key)?.x);
          const order = [...staying].sort(
            (a, b) => (before.get(a.key)?.y ?? 0) - (before.get(b.key)?.y ?? 0),
          );
          expect(order.map(({ key }) => key)).toEqual(
            [...staying].sort((a, b) => a.hull.y - b.hull.y).map(({ key }) => key),
          );
        }
      }),
      runs,
    );
  });
});

describe('layers', () => {
  it('are drawn once for all images that stand on them', () => {
    const [, , picture = emptyPicture] = pictures(
      ['docker run -d --name web nginx', 'docker commit web me/app:1'],
      ['nginx'],
    );
    const { plates, images } = layout(picture, null, planOf([picture]), 'wide');
    const [nginx] = picture.images.filter(({ names }) => names.includes('nginx:latest'));
    expect(images).toHaveLength(2);
    expect(plates.filter((plate) => plate.images === 2)).toHaveLength(nginx?.layers.length ?? -1);
    const [base] = plates;
    for (const { box } of images) {
      expect(box.y).toBeGreaterThanOrEqual(base?.box.y ?? Infinity);
      expect(box.y + box.height).toBeLessThanOrEqual((base?.box.y ?? 0) + (base?.box.height ?? 0));
    }
  });

  it('of an image with very many keep within their column', () => {
    const layers = Array.from({ length: 127 }, (_, index) => ({ id: `${index}`, size: 1 }));
    const picture: Picture = {
      ...emptyPicture,
      images: [{ id: 'deep', names: ['deep:1'], size: 127, layers, held: false }],
    };
    for (const size of sizes) {
      const drawing = layout(picture, null, planOf([picture]), size);
      const { platesLeft, contentLeft } = measuresOf[size];
      expect(drawing.plates).toHaveLength(127);
      for (const { box } of drawing.plates) {
        expect(box.x).toBeGreaterThanOrEqual(platesLeft);
        expect(box.x + box.width).toBeLessThan(contentLeft);
      }
    }
  });
});

describe('what a step did', () => {
  it('is drawn once more where it went away', () => {
    const run = pictures(
      ['docker run -d --name web -p 8080:80 nginx', 'docker rm -f web'],
      ['nginx'],
    );
    const [, up, gone] = drawings(run, 'narrow', planOf(run));
    expect(up?.containers.map(({ mark }) => mark)).toEqual(['new']);
    expect(up?.ports.map(({ text }) => text)).toEqual(['8080']);
    expect(gone?.containers.map(({ mark }) => mark)).toEqual(['gone']);
    expect(gone?.ports).toEqual([]);
  });

  it('a pull is drawn as a way from the shelf to the image, a push as one to the shelf', () => {
    const run = pictures([
      'docker login -u me -p hubpass',
      'docker pull nginx',
      'docker tag nginx me/app:1',
      'docker push me/app:1',
    ]);
    const drawn = drawings(run, 'wide', planOf(run));
    const [shelf, image] = [drawn[2]?.registries[0]?.entries[0]?.box, drawn[2]?.images[0]?.box];
    expect(drawn[2]?.crane?.at(0)?.[1]).toBeGreaterThanOrEqual(
      (shelf?.y ?? 0) + (shelf?.height ?? 0),
    );
    expect(drawn[2]?.crane?.at(-1)?.[1]).toBe((image?.y ?? 0) + 11);
    expect(drawn[4]?.crane?.at(-1)?.[1]).toBeLessThan(drawn[4]?.host.y ?? 0);
    expect([drawn[0]?.crane, drawn[1]?.crane, drawn[3]?.crane]).toEqual([null, null, null]);
  });

  it('the shelf shows a public image before it is pulled, and a pushed one only from then on', () => {
    const run = pictures([
      'docker login -u me -p hubpass',
      'docker pull nginx',
      'docker tag nginx me/app:1',
      'docker push me/app:1',
    ]);
    const onShelf = drawings(run, 'wide', planOf(run)).map(({ registries }) =>
      registries.flatMap(({ entries }) => entries.map(({ text }) => text)),
    );
    expect(onShelf[0]).toEqual(['nginx:latest']);
    expect(onShelf[3]).toEqual(['nginx:latest']);
    expect(onShelf[4]).toEqual(['nginx:latest', 'me/app:1']);
  });
});

describe('a crowded host', () => {
  const images = [
    'nginx',
    'redis',
    'httpd',
    'busybox',
    'alpine',
    'ubuntu',
    'mysql',
    'hello-world',
    'php:7.4-cli',
  ];
  const run = pictures(
    Array.from({ length: 15 }, (_, index) => `docker run -d --name job${index} nginx`),
    images,
  );

  it.each(sizes)(
    'is drawn up to twelve containers and eight images, the rest is counted (%s)',
    (size) => {
      const last = run.at(-1) ?? emptyPicture;
      const drawing = layout(last, run.at(-2) ?? null, planOf(run), size);
      expect(drawing.containers).toHaveLength(12);
      expect(drawing.images).toHaveLength(8);
      expect(drawing.more).toMatchObject({ containers: 3, images: 1 });
      expect(overlaps(drawing)).toEqual([]);
      expect(outside(drawing)).toEqual([]);
    },
  );

  it('shows what this step touched, however old it is', () => {
    const touched = run.at(-1) ?? emptyPicture;
    const before: Picture = {
      ...touched,
      containers: touched.containers.map((container): ContainerPicture =>
        container.name === 'job0' ? { ...container, name: 'other' } : container,
      ),
    };
    const { containers } = layout(touched, before, planOf(run), 'wide');
    expect(containers.find(({ name }) => name === 'job0')?.mark).toBe('changed');
  });
});

it('an empty host is drawn, too', () => {
  const picture = pictureOf(begin(), world);
  for (const size of sizes) {
    const drawing = layout(picture, null, planOf([picture]), size);
    expect(drawing.images).toEqual([]);
    expect(drawing.height).toBeGreaterThan(60);
  }
});
