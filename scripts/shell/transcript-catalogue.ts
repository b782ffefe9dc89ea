import { host } from '@/content/catalogue/host';
import {
  buildCatalogue,
  type Catalogue,
  type CatalogueData,
  type FileEntry,
  type HistoryData,
  type ImageData,
} from '@/lib/engine';
import { programs } from '@/lib/engine/process/programs';

interface RecordedFile {
  readonly mode: string;
  readonly size?: number;
  readonly content?: string;
}

/** What `images.json` beside the recorded sessions holds. */
export interface RecordedImages {
  readonly cli_inspect: Readonly<
    Record<
      string,
      {
        Created: string;
        Comment: string;
        Author: string;
        Size: number;
        Config: ImageData['config'];
      }
    >
  >;
  readonly history: Readonly<
    Record<
      string,
      readonly { CreatedBy: string; CreatedAt: string; Comment: string; Size: string }[]
    >
  >;
  readonly busybox_applets_in_bin: readonly string[];
  readonly base_files: readonly string[];
  readonly layers: Readonly<
    Record<
      string,
      readonly {
        diff_id: string;
        base_rootfs: boolean;
        files: Readonly<Record<string, RecordedFile>>;
        top_level_dirs?: readonly string[];
      }[]
    >
  >;
}

/** Programs of the recorded images that are busybox applets here; one that is not simulated does nothing. */
function applets(names: readonly string[]): Record<string, FileEntry> {
  const files: Record<string, FileEntry> = {};
  const special: Record<string, string> = {
    sh: 'ash',
    ash: 'ash',
    httpd: 'busybox-httpd',
    '[': 'test',
    '[[': 'test',
  };
  for (const name of names) {
    const program = special[name] ?? (programs.has(name) ? name : 'true');
    files[`/bin/${name}`] = { kind: 'program', program, size: 0 };
  }
  return files;
}

function entryOf(file: RecordedFile): FileEntry {
  const mode = Number.parseInt(file.mode.replace('0o', ''), 8);
  if (file.content === undefined) return { kind: 'directory' };
  return file.content.endsWith('...(filler)')
    ? { kind: 'zeros', size: file.size ?? 0 }
    : { kind: 'text', text: file.content, mode };
}

function imageOf(recorded: RecordedImages, name: string): ImageData[] {
  const [repository = '', tag = ''] = name.split(':');
  const inspected = recorded.cli_inspect[name];
  const layers = recorded.layers[name] ?? [];
  if (!inspected) return [];
  const upper = layers
    .slice(1)
    .map((layer) => Object.values(layer.files).reduce((sum, file) => sum + (file.size ?? 0), 0));
  const sizes = [inspected.Size - upper.reduce((sum, size) => sum + size, 0), ...upper];
  let layer = layers.length;
  const steps = recorded.history[name] ?? [];
  // A WORKDIR may have made a layer with nothing but a folder, which weighs nothing.
  let empty = layers.length - steps.filter((step) => step.Size !== '0B').length;
  const history = steps.map((step): HistoryData => {
    const madeFolder = empty > 0 && /^(?:\/bin\/sh -c #\(nop\) )?WORKDIR /.test(step.CreatedBy);
    if (madeFolder) empty--;
    const madeLayer = step.Size !== '0B' || madeFolder;
    const base = { createdBy: step.CreatedBy, created: step.CreatedAt, comment: step.Comment };
    return madeLayer && layer > 0 ? { ...base, layer: --layer } : base;
  });
  return [
    {
      registry: 'docker.io',
      repository: repository.includes('/') ? repository : `library/${repository}`,
      tags: [tag],
      created: inspected.Created,
      author: inspected.Author,
      comment: inspected.Comment,
      config: inspected.Config,
      history: history.reverse(),
      layers: layers.map((recordedLayer, index) => ({
        size: sizes[index] ?? 0,
        content: recordedLayer.diff_id,
        files: {
          ...(recordedLayer.base_rootfs ? applets(recorded.busybox_applets_in_bin) : {}),
          ...Object.fromEntries(
            (recordedLayer.top_level_dirs ?? []).map((dir): [string, FileEntry] => [
              `/${dir}`,
              { kind: 'directory' },
            ]),
          ),
          ...(recordedLayer.base_rootfs
            ? Object.fromEntries(
                recorded.base_files
                  .filter(
                    (file) =>
                      file.startsWith('/') && !file.includes(' ') && !file.startsWith('/etc/'),
                  )
                  .map((file): [string, FileEntry] => [file, { kind: 'directory' }]),
              )
            : {}),
          ...Object.fromEntries(
            Object.entries(recordedLayer.files).map(([file, entry]) => [
              file.replace(/(.)\/$/, '$1'),
              entryOf(entry),
            ]),
          ),
        },
      })),
    },
  ];
}

/** The registries and images of the recorded sessions. */
export function transcriptCatalogue(recorded: RecordedImages): Catalogue {
  const images = Object.keys(recorded.cli_inspect).flatMap((name) => imageOf(recorded, name));
  const mirrored = images.map((image) => ({ ...image, registry: '127.0.0.1:5000' }));
  const data: CatalogueData = {
    host,
    registries: [
      {
        host: 'docker.io',
        pull: 'anyone',
        push: 'own-namespace',
        accounts: { learner: 'hubpass' },
        wrongPassword: 'incorrect username or password',
        search: 401,
      },
      { host: '127.0.0.1:5000', pull: 'anyone', push: 'anyone', accounts: {} },
      {
        host: '127.0.0.1:5001',
        pull: 'account',
        push: 'account',
        accounts: { learner: 's3cret', team: 'hunter2' },
      },
    ],
    images: [...images, ...mirrored],
  };
  return buildCatalogue(data);
}
