import { PlacedFiles, type Place } from '../files/root-files';
import { change, type Turn } from '../turn';
import { hostTree } from './host-tree';

/** The learner's own machine as a process sees it: the home folder and a few programs. */
export class HostFiles extends PlacedFiles {
  constructor(private readonly turn: Turn) {
    super();
  }

  protected get now(): number {
    return this.turn.state.now;
  }

  protected place(path: string): Place {
    const { turn } = this;
    return {
      tree: hostTree(turn),
      inner: path,
      since: this.now,
      save: (files) => {
        change(turn).client = { ...turn.state.client, files };
      },
    };
  }

  protected extraNames(): readonly string[] {
    return [];
  }

  mountedAt(): string | null {
    return null;
  }
}
