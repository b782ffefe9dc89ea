import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type UnpackedChromium, unpackChromium } from './unpack-chromium';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a headless Chromium: the one of CHROMIUM_PATH, else the system's, else the one that npm
 * installed (unpacked at the first use).
 */
export async function launchChromium(): Promise<Browser> {
  const system = process.env['CHROMIUM_PATH'] || findOnSystem();
  if (system !== null) return launch(system);
  const unpacked = await unpackChromium();
  return launch(unpacked.program).catch((thrown: unknown) => launchWithLibraries(unpacked, thrown));
}

/** On a machine without a browser its libraries may be missing, too; the package brings them. */
function launchWithLibraries(unpacked: UnpackedChromium, thrown: unknown): Promise<Browser> {
  if (!(thrown instanceof Error) || !thrown.message.includes('shared libraries')) throw thrown;
  return launch(unpacked.program, { LD_LIBRARY_PATH: unpacked.libraries });
}

function launch(program: string, env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  // Chromium's sandbox refuses to work for root.
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({
    executablePath: program,
    args,
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

function findOnSystem(): string | null {
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '');
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...MAC,
  ];
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent, or not for us to run
  }
}
