import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const setup = [
  'docker run -d --name web --label app=shop --label com.example.my-tier=front nginx',
  'docker create --name box busybox sh -c \'echo "hi"\'',
  'docker volume create --label b=2 --label a=1 data',
];
const run = (line: string) => {
  const { stdout, stderr, exitCode } = session([...setup, line], {
    images: ['nginx', 'busybox'],
  }).last;
  return { stdout, stderr, exitCode };
};
const failing = (message: string) => ({ stdout: '', stderr: `${message}\n`, exitCode: 1 });

describe('listings, as docker CLI 28.2.2 prints them', () => {
  it('a command with quotes is quoted as Go quotes it', () => {
    expect(run("docker ps -a --filter name=box --no-trunc --format '{{.Command}}'").stdout).toBe(
      '"sh -c \'echo \\"hi\\"\'"\n',
    );
  });

  it('labels stand in order, and a label’s column is headed by the last part of its name', () => {
    expect(run("docker volume ls --format '{{.Labels}}'").stdout).toBe('a=1,b=2\n');
    expect(
      run(`docker ps --format 'table {{.Names}}\t{{.Label "com.example.my-tier"}}'`).stdout,
    ).toBe('NAMES     my tier\nweb       front\n');
  });

  it('docker ps tries a format as it was typed before it asks the engine', () => {
    expect(run("docker ps --format 'table {{.Nope}}'")).toEqual(
      failing(
        `failed to execute template: template: :1:8: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext`,
      ),
    );
    expect(run(`docker ps --format 'x{{"\\n"}}y'`)).toEqual(
      failing('template parsing error: template: :1: unterminated quoted string'),
    );
  });

  it('docker ps -q takes no format, and says so', () => {
    const { stdout, stderr } = run("docker ps -q --format '{{.Names}}'");
    expect(stdout).toMatch(/^[0-9a-f]{12}\n$/);
    expect(stderr).toBe(
      'WARNING: Ignoring custom format, because both --format and --quiet are set.\n',
    );
  });

  it('a size is asked for when the format uses it', () => {
    expect(run("docker ps -a --filter name=box --format '{{.Size}}'").stdout).toMatch(/virtual/);
    expect(run('docker ps -a --filter name=box --format json').stdout).toContain('"Size":"0B"');
    expect(run("docker ps -a --filter name=box --format '{{json .}}'").stdout).toContain('virtual');
  });

  it('a row as JSON escapes what HTML knows, a field does not', () => {
    expect(run("docker images --format 'x{{json .}}' busybox").stdout).toContain(
      '"Digest":"\\u003cnone\\u003e"',
    );
    expect(run("docker images --format '{{json .Digest}}' nosuch").stdout).toBe('');
  });

  it('a question without an answer is a no, and the line is not ended', () => {
    expect(run('docker container prune').stdout).toBe(
      'WARNING! This will remove all stopped containers.\nAre you sure you want to continue? [y/N] ',
    );
  });
});

describe('docker inspect', () => {
  it('pointers inside of a value are addresses, an embedded struct is one value', () => {
    expect(run("docker inspect -f '{{.NetworkSettings.Networks}}' web").stdout).toMatch(
      /^map\[bridge:0xc[0-9a-f]+\]\n$/,
    );
    expect(
      run("docker inspect -f '{{.HostConfig.Resources.Memory}} {{.HostConfig.Memory}}' web").stdout,
    ).toBe('0 0\n');
  });

  it.each([
    ['{{.Config.Nope.x}}', 'map has no entry for key "Nope"', 1],
    ['{{.Name.x}}', "can't evaluate field x in type interface {}", 1],
    ['{{range .State.Health}}{{end}}', 'map has no entry for key "Health"', 1],
    ['{{len .ExecIDs}}{{.nope}}', 'error calling len: len of nil pointer', 1],
    ['{{define "t"}}{{.X}}{{end}}{{template "t" 1}}', "can't evaluate field X in type int", 1],
    ['{{call .Name}}', 'error calling call: non-function .Name of type string', 1],
    [
      '{{index .HostConfig.PortBindings .HostConfig.NanoCpus}}',
      'value has type json.Number; should be string',
      1,
    ],
    ['{{.Name}', "bad character U+007D '}'", 64],
  ])('%s fails as in Go', (template, message, exitCode) => {
    const ended = run(`docker inspect -f '${template}' web`);
    expect(ended.stderr).toContain(message);
    expect(ended.exitCode).toBe(exitCode);
  });

  it.each([
    ['{{html .Config.Labels.nope}}', '&lt;no value&gt;'],
    ['{{printf "%q" .Config.Labels}}', 'map["app":"shop"'],
    ['{{printf "%T" .State.Status}}', 'string'],
  ])('%s prints %s', (template, text) => {
    expect(run(`docker inspect -f '${template}' web`).stdout).toContain(text);
  });

  it('every object is tried, and the errors come last', () => {
    expect(run("docker inspect -f '{{.Nope}}' web box")).toEqual({
      stdout: '\n',
      stderr:
        `template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"\n`.repeat(
          2,
        ),
      exitCode: 1,
    });
  });

  it('docker volume inspect has no raw JSON to fall back to', () => {
    expect(run("docker volume inspect -f '{{.Nope}}' data")).toEqual({
      stdout: '\n',
      stderr: `template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type volume.Volume\n`,
      exitCode: 1,
    });
  });

  it('a size is for containers, a type must be known', () => {
    expect(run('docker inspect -s --type image busybox').stderr).toBe(
      'WARNING: --size ignored for image\n',
    );
    expect(run('docker inspect --type pod web').stderr).toBe(
      'unknown type: "pod": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"\n',
    );
  });
});
