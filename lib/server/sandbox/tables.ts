import 'server-only';

/** How a column is written in SQL. `text` may hold any text (stored-text.ts); `json` keeps the order of members. */
type ColumnType =
  'text' | 'char(64)' | 'int' | 'float8' | 'bool' | 'json' | 'container_state' | 'mount_kind';

/** A table whose rows belong to a sandbox: `sandbox_id` and these columns, the key first. */
export interface Table {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** Every table that holds a part of a sandbox's state. The order is that in which rows lean on others: what is leant on comes first. */
export const tables = {
  sandbox_images: {
    key: ['image_id'],
    columns: {
      image_id: 'text',
      digest: 'char(64)',
      held_digest: 'char(64)',
      tagged_at: 'float8',
    },
  },
  sandbox_image_names: { key: ['name'], columns: { name: 'text', image_id: 'text' } },
  sandbox_layers: { key: ['diff_id'], columns: { diff_id: 'text', digest: 'char(64)' } },
  sandbox_containers: {
    key: ['id'],
    columns: {
      id: 'text',
      name: 'text',
      ordinal: 'int',
      created: 'float8',
      image_id: 'text',
      state: 'container_state',
      restart_count: 'int',
      stopped_by_hand: 'bool',
      backoff: 'float8',
      started_at: 'float8',
      finished_at: 'float8',
      exit_code: 'int',
      error: 'text',
      oom_killed: 'bool',
      restart_at: 'float8',
      address: 'text',
      config: 'json',
      host_config: 'json',
      networks: 'json',
      health: 'json',
      run: 'json',
    },
  },
  sandbox_container_files: {
    key: ['container_id', 'part'],
    columns: { container_id: 'text', part: 'text', files: 'json' },
  },
  sandbox_container_logs: {
    key: ['container_id', 'position'],
    columns: { container_id: 'text', position: 'int', frames: 'json' },
  },
  sandbox_ports: {
    key: ['container_id', 'container_port', 'position'],
    columns: {
      container_id: 'text',
      container_port: 'text',
      position: 'int',
      host_ip: 'text',
      host_port: 'int',
      protocol: 'text',
    },
  },
  sandbox_volumes: {
    key: ['name'],
    columns: {
      name: 'text',
      created: 'float8',
      anonymous: 'bool',
      labels: 'json',
      options: 'json',
      files: 'json',
    },
  },
  sandbox_mounts: {
    key: ['container_id', 'position'],
    columns: {
      container_id: 'text',
      position: 'int',
      kind: 'mount_kind',
      path: 'text',
      volume_name: 'text',
      source: 'text',
      readonly: 'bool',
      anonymous: 'bool',
      options: 'text',
      listed: 'bool',
    },
  },
  sandbox_networks: {
    key: ['id'],
    columns: { id: 'text', name: 'text', driver: 'text', created: 'float8', about: 'json' },
  },
  sandbox_endpoints: {
    key: ['container_id', 'position'],
    columns: {
      container_id: 'text',
      position: 'int',
      network_id: 'text',
      name: 'text',
      id: 'text',
      address: 'text',
      bits: 'int',
      address6: 'text',
      bits6: 'int',
      mac: 'text',
    },
  },
  sandbox_registry_contents: {
    key: ['registry', 'repository', 'tag'],
    columns: {
      registry: 'text',
      repository: 'text',
      tag: 'text',
      digest: 'text',
      size: 'float8',
      image_digest: 'char(64)',
    },
  },
  sandbox_registry_logins: {
    key: ['host'],
    columns: { host: 'text', username: 'text', password: 'text' },
  },
  sandbox_registry_pulls: { key: ['meter'], columns: { meter: 'text', times: 'json' } },
  sandbox_execs: {
    key: ['id'],
    columns: { id: 'text', container_id: 'text', pid: 'int', exit_code: 'int', about: 'json' },
  },
  sandbox_events: {
    key: ['position'],
    columns: { position: 'int', events: 'json' },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as readonly TableName[];

/** What rows of all sandboxes share: stored once under the digest of everything it says, and never changed. */
export const contents = {
  image_contents: {
    key: ['digest'],
    columns: {
      digest: 'char(64)',
      image_id: 'text',
      created: 'text',
      parent: 'text',
      size: 'float8',
      config: 'json',
      about: 'json',
    },
  },
  image_content_layers: {
    key: ['digest', 'position'],
    columns: { digest: 'char(64)', position: 'int', diff_id: 'text' },
  },
  layer_contents: {
    key: ['digest'],
    columns: { digest: 'char(64)', diff_id: 'text', size: 'float8', files: 'json' },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type ContentName = keyof typeof contents;

/** What the sandbox's own row says of its state. */
export const ownColumns = {
  seed: 'text',
  now: 'float8',
  commands: 'int',
  made: 'int',
  client: 'json',
  home_files: 'json',
  session: 'json',
} as const satisfies Table['columns'];
