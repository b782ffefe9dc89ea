/** The two arrangements: one for a phone held upright, one for everything wider. */
export type StageSize = 'narrow' | 'wide';

/** Lengths of an arrangement in its own units, which are CSS pixels when it is shown at its natural width. */
export interface Measures {
  readonly width: number;
  /** The host's right edge; what is right of it is outside. */
  readonly hostRight: number;
  /** The layers of images. */
  readonly platesLeft: number;
  readonly platesWidth: number;
  /** Names of images and hulls of containers. */
  readonly contentLeft: number;
  /** Where hulls end. */
  readonly bow: number;
  /** The lines that lead from hulls down to networks and volumes: at most so many, so far apart. */
  readonly rails: { readonly left: number; readonly step: number; readonly most: number };
  /** The host's ports, on its right edge. */
  readonly portLeft: number;
  readonly portWidth: number;
  /** Where a hull lists its ports, mounts and networks: below its state, or beside it from this far in. */
  readonly tagsBeside: number | null;
  /** The size of letters: of a container's name and of everything else. */
  readonly nameSize: number;
  readonly textSize: number;
  /** Registries: their names stand above what they hold, or beside it. */
  readonly shelfBeside: boolean;
}

export const measuresOf: Readonly<Record<StageSize, Measures>> = {
  narrow: {
    width: 358,
    hostRight: 342,
    platesLeft: 16,
    platesWidth: 64,
    contentLeft: 88,
    bow: 286,
    rails: { left: 292, step: 7, most: 3 },
    portLeft: 312,
    portWidth: 44,
    tagsBeside: null,
    nameSize: 13,
    textSize: 12,
    shelfBeside: false,
  },
  wide: {
    width: 736,
    hostRight: 704,
    platesLeft: 24,
    platesWidth: 128,
    contentLeft: 168,
    bow: 596,
    rails: { left: 606, step: 9, most: 6 },
    portLeft: 668,
    portWidth: 62,
    tagsBeside: 248,
    nameSize: 14,
    textSize: 13,
    shelfBeside: true,
  },
};

/** Heights that both arrangements have in common. */
export const heights = {
  /** A name on an image, a tag on the shelf. */
  label: 22,
  labelGap: 6,
  /** A hull without anything listed below its state, and what each such line adds. */
  hull: 46,
  tag: 18,
  berthGap: 8,
  groupGap: 16,
  hostTop: 34,
  hostBottom: 14,
  /** One network, volume or folder of the host. */
  store: 26,
  /** Between the shelf and the host. */
  water: 18,
} as const;

/** No more containers and images than these are drawn; the table lists all. */
export const most = {
  containers: 12,
  images: 8,
  entries: 6,
  stores: 6,
  labels: 4,
  tags: 5,
} as const;
