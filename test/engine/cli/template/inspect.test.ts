import { describe, expect, test } from 'vitest';
import { executeInspect } from '@/lib/engine/cli/template/inspect';
import type { InspectKind } from '@/lib/engine/cli/template/inspect-types';
import { compileTemplate } from '@/lib/engine/cli/template/template';
import recorded from './inspect-cases.json';

/** The text or, after a dash, the error. */
function inspect(kind: InspectKind, template: string, object: unknown): string {
  const compiled = compileTemplate(template);
  if (!compiled.ok) return `- ${compiled.error}`;
  const result = executeInspect(compiled.value, kind, object);
  return result.ok ? result.value : `- ${result.error}`;
}

/** Objects and templates of whole sessions with a real engine 28.2.2 (mounts, unordered there, put in the order shown). */
const groups = recorded as {
  kind: InspectKind;
  object: unknown;
  cases: { template: string; output?: string; error?: string }[];
}[];

describe.each(groups)('docker inspect -f on a recorded $kind', ({ kind, object, cases }) => {
  test.each(cases)('$template prints what the real CLI printed', ({ template, output, error }) => {
    expect(inspect(kind, template, object)).toBe(output ?? `- ${error ?? ''}`);
  });
});

describe('the types of an inspected container', () => {
  const container = {
    Id: 'abc',
    Name: '/web',
    ExecIDs: null,
    State: { Status: 'running', Pid: 1 },
    HostConfig: {
      NanoCpus: 500000000,
      CpuShares: 256,
      PidsLimit: null,
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 },
      Binds: null,
    },
    Config: { Cmd: ['sleep', '1'], Labels: { b: '2', a: '1' }, Volumes: null },
    NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2' } } },
  };

  test.each([
    ['{{.ID}} {{.Id}}', '- template: :1:2: executing "" at <.ID>: map has no entry for key "ID"'],
    ['{{.ID}}', 'abc'],
    ['{{.Id}}', 'abc'],
    ['{{.HostConfig.NanoCPUs}}', '500000000'],
    ['{{.HostConfig.NanoCpus}}', '500000000'],
    ['{{.HostConfig.Init}}', '<nil>'],
    ['{{.HostConfig.PidsLimit}}', '<nil>'],
    ['{{.HostConfig.Binds}}', '[]'],
    ['{{.Config.Volumes}}', 'map[]'],
    ['{{.Config.Labels}}', 'map[a:1 b:2]'],
    ['{{.HostConfig.RestartPolicy}}', '{on-failure 2}'],
    ['{{json .HostConfig.RestartPolicy}}', '{"Name":"on-failure","MaximumRetryCount":2}'],
    [
      '{{json .HostConfig.RestartPolicy}} {{.HostConfig.CpuShares}}',
      '{"MaximumRetryCount":2,"Name":"on-failure"} 256',
    ],
    ['{{index .Config.Labels "none"}}|', '|'],
    ['{{.Config.Labels.none}}', '<no value>'],
    [
      '{{.State.Health.Status}}',
      '- template: :1:8: executing "" at <.State.Health.Status>: map has no entry for key "Health"',
    ],
    ['{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}', 'none'],
    [
      '{{range $name, $n := .NetworkSettings.Networks}}{{$name}}={{$n.IPAddress}}{{end}}',
      'bridge=172.17.0.2',
    ],
    ['{{.NetworkSettings.Networks.bridge.IPAddress}}', '172.17.0.2'],
    ['{{(index .NetworkSettings.Networks "bridge").IPAddress}}', '172.17.0.2'],
    ['{{gt .State.Pid 0}}', 'true'],
    ['{{slice .ID 0 2}}', 'ab'],
    ['{{println .Name}}', '/web\n'],
  ])('%s gives %s', (template, expected) => {
    expect(inspect('container', template, container)).toBe(expected);
  });
});
