import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

export type UnpackedChromium = { readonly program: string; readonly libraries: string };

/**
 * Unpacks the Chromium of @sparticuz/chromium into a folder of this user's own. The package itself
 * would unpack to the temporary folder for one user only, and takes a half-written file for a whole one.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = path.join(tmpdir(), `drydock-chromium-147-${userInfo().uid}`);
  const whole = path.join(folder, 'whole');
  const unpacked = {
    program: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'al2023/lib'),
  };
  if (existsSync(whole)) return unpacked;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { default: chromium } = await import('@sparticuz/chromium');
  // It unpacks to TMPDIR, and its libraries only where it believes itself to be on AWS.
  await withVariables({ TMPDIR: folder, AWS_EXECUTION_ENV: 'nodejs22.x' }, () =>
    chromium.executablePath(),
  );
  await writeFile(whole, '');
  return unpacked;
}

async function withVariables<T>(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
