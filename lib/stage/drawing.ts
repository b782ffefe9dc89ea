import type { Mark } from './marks';
import type { StageSize } from './measures';
import type { ContainerStateName } from './picture';

/** In the arrangement's own units, from the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of straight pieces. */
export type Route = readonly (readonly [x: number, y: number])[];

/** A name on an image, or a tag on a registry's shelf: the text as it fits. */
export interface LabelDrawing {
  readonly key: string;
  readonly box: Box;
  readonly text: string;
  readonly mark: Mark;
}

export interface RegistryDrawing {
  readonly key: string;
  readonly host: string;
  readonly user: string | null;
  readonly mark: Mark;
  /** Where its name stands: the baseline's beginning, and the room it has. */
  readonly title: { readonly x: number; readonly y: number; readonly width: number };
  readonly entries: readonly LabelDrawing[];
  /** How many tags it holds beyond those drawn, and where that is said. */
  readonly more: { readonly count: number; readonly x: number; readonly y: number } | null;
  /** The boards that the tags stand on. */
  readonly boards: readonly Box[];
}

/** One layer, drawn once however many images stand on it. */
export interface PlateDrawing {
  readonly key: string;
  readonly box: Box;
  /** Images that stand on it. */
  readonly images: number;
  readonly mark: Mark;
  /** Only a container keeps it; no image of the store has it. */
  readonly held: boolean;
  /** 0 for a base layer. */
  readonly depth: number;
}

export interface ImageDrawing {
  readonly key: string;
  readonly id: string;
  /** Its names. */
  readonly box: Box;
  /** Its layers. */
  readonly layers: Box;
  readonly mark: Mark;
  readonly held: boolean;
  readonly labels: readonly LabelDrawing[];
  /** Names beyond those drawn. */
  readonly moreNames: number;
  /** Bytes. */
  readonly size: number;
  /** From its last layer to its first name. */
  readonly mooring: Route;
}

/** A line inside a hull: a port, a mount or a network, and where it leads. */
export interface TagDrawing {
  readonly kind: 'port' | 'volume' | 'bind' | 'network';
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly text: string;
}

export interface ContainerDrawing {
  readonly key: string;
  readonly id: string;
  /** The berth is as long as the hall; the hull lies in it. */
  readonly berth: Box;
  readonly hull: Box;
  readonly mark: Mark;
  readonly name: string;
  readonly state: ContainerStateName;
  readonly exitCode: number | null;
  readonly cpu: boolean;
  /** Bytes. */
  readonly memory: number;
  /** Whether its own layer holds anything. */
  readonly written: boolean;
  readonly tags: readonly TagDrawing[];
  readonly moreTags: number;
  /** From its image's last layer. */
  readonly mooring: Route;
}

/** A port of the host that a container holds. */
export interface PortDrawing {
  readonly key: string;
  readonly box: Box;
  readonly text: string;
  readonly mark: Mark;
  /** From the hull. */
  readonly line: Route;
}

export interface StoreDrawing {
  readonly key: string;
  readonly kind: 'network' | 'volume' | 'bind';
  readonly box: Box;
  readonly text: string;
  readonly anonymous: boolean;
  readonly mark: Mark;
  /** The rail and its branches to hulls. */
  readonly lines: readonly Route[];
}

/** Everything of a picture that is drawn, with its place. Keys are the same from picture to picture. */
export interface StageDrawing {
  readonly size: StageSize;
  readonly width: number;
  readonly height: number;
  readonly host: Box;
  readonly registries: readonly RegistryDrawing[];
  readonly plates: readonly PlateDrawing[];
  readonly images: readonly ImageDrawing[];
  /** Berths of containers that are not there yet, or no more. */
  readonly berths: readonly Box[];
  readonly containers: readonly ContainerDrawing[];
  readonly ports: readonly PortDrawing[];
  readonly stores: readonly StoreDrawing[];
  /** Between the shelf and an image that was pulled or pushed in this step; the last point is where it went. */
  readonly crane: Route | null;
  /** What there is beyond what is drawn. */
  readonly more: {
    readonly images: number;
    readonly containers: number;
    readonly stores: number;
    readonly y: number;
  };
}
