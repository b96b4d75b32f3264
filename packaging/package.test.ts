/** What packaging makes for each system, around stand-ins for Electron. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FORMATS } from '@core/formats/index.js';
import { extractAll, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { feedback as feedbackFormat } from '@shared/feedback.js';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { electronBuilder } from '../scripts/package.mjs';
import { type System, standIn } from './testing/stand-in.js';

const MEBIBYTE = 2 ** 20;
/** What lies where in each system's folder. `most`: MiB beside Electron. */
const SYSTEMS = {
  linux: {
    args: ['--linux', 'dir', '--x64'],
    folder: 'linux-unpacked',
    resources: 'resources',
    program: 'continuist',
    most: 250,
  },
  mac: {
    args: ['--mac', 'dir', '--arm64'],
    folder: 'mac-arm64',
    resources: 'Continuist.app/Contents/Resources',
    program: 'Continuist.app',
    most: 250,
  },
  win: {
    args: ['--win', 'dir', '--x64'],
    folder: 'win-unpacked',
    resources: 'resources',
    program: 'Continuist.exe',
    most: 300,
  },
} as const satisfies Record<System, unknown>;

/** Everything that may be in the archive: our own files by name, and the packages that the programs import. */
const ALLOWED = [
  /^\/(package\.json|LICENSE|NOTICE)$/,
  /^\/dist(\/(main|cli|gvision|inference|backup-worker|measure-worker|reading-worker|writing-worker|sheet-page|part-[A-Z0-9]{8})\.js|\/preload\.cjs)?$/,
  /^\/dist\/renderer(\/|$)/,
  /^\/models(\/(reading|storybook)(\/files(\/.+)?)?)?$/,
  /^\/examples(\/lantern(\/.+)?)?$/,
  /^\/node_modules(\/|$)/,
];
const NEVER = [
  /\.map$/,
  /\.tsx?$/,
  /\.test\./,
  /(^|\/)\.env/,
  /\.(pem|key|p12|pfx)$/,
  /\.continuist/,
  /\/node_modules\/(react|radix-ui|electron|onnxruntime-web|typescript|vite|vitest|playwright|playwright-core)\//,
];

async function sizeOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'continuist-package-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

describe.each(Object.entries(SYSTEMS))('for %s', (system, { args, folder, resources, program, most }) => {
  let out: string;
  let archive: string;
  beforeAll(async () => {
    const electron = await standIn(system as System, join(temporary, system, 'electron'));
    const output = join(temporary, system, 'release');
    const { code, text } = await electronBuilder(
      [...args, `-c.electronDist=${electron}`, `-c.directories.output=${output}`],
      { output: 'collect', env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
    );
    expect(code, text.slice(-3000)).toBe(0);
    out = join(output, folder);
    archive = join(out, resources, 'app.asar');
  });

  it('holds the program, its packages, models and the sample, and nothing else', () => {
    const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    expect(files.filter((file) => !ALLOWED.some((allowed) => allowed.test(file)))).toEqual([]);
    expect(files.filter((file) => NEVER.some((never) => never.test(file)))).toEqual([]);
    for (const needed of [
      '/dist/main.js',
      '/dist/preload.cjs',
      '/dist/renderer/index.html',
      '/dist/renderer/licences.md',
      '/models/reading/files/parser.onnx',
      '/models/reading/files/words.LICENSE',
      '/LICENSE',
      '/NOTICE',
    ])
      expect(files).toContain(needed);
  });

  it('is no larger than it may be, and has the files of no other system', async () => {
    const size = await sizeOf(join(out, resources));
    console.log(`${system}: ${(size / MEBIBYTE).toFixed(0)} MiB beside Electron`);
    expect(size).toBeLessThan(most * MEBIBYTE);
    const runtimes = join(`${archive}.unpacked`, 'node_modules/onnxruntime-node/bin/napi-v6');
    expect(await readdir(runtimes)).toEqual([{ linux: 'linux', mac: 'darwin', win: 'win32' }[system]]);
    expect(existsSync(join(out, resources, 'default_app.asar'))).toBe(false);
  });

  it('has its fuses as they must be', async () => {
    const wire = await getCurrentFuseWire(join(out, program));
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      RunAsNode: isOn(FuseV1Options.RunAsNode),
      NodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      Inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      Integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      OnlyFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      FileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      RunAsNode: false,
      NodeOptions: false,
      Inspect: false,
      Integrity: true,
      OnlyFromAsar: true,
      FileProtocol: false,
    });
  });

  it.skipIf(system === 'linux')('carries the hash of its archive where Electron looks for it', async () => {
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
    const found =
      system === 'mac'
        ? await readFile(join(out, 'Continuist.app/Contents/Info.plist'), 'utf8')
        : integrityOf(await readFile(join(out, program)));
    expect(found).toContain(hash);
  });
});

function integrityOf(executable: Buffer): string {
  const { entries } = NtExecutableResource.from(NtExecutable.from(executable));
  const bytes = entries.find(({ type }) => type === 'INTEGRITY')?.bin ?? new ArrayBuffer(0);
  return new TextDecoder().decode(bytes);
}

it('each system is told of the files that open with it: Linux by their type, the others by their ending', async () => {
  const config = parse(await readFile(new URL('../electron-builder.yml', import.meta.url), 'utf8'));
  const associated: { ext: string; mimeType?: string; description?: string }[] = config.fileAssociations;
  expect(associated.map(({ ext }) => ext)).toEqual(['storyboarder', 'otio']);
  const readable = FORMATS.filter(({ read }) => read).flatMap(({ extensions }) => extensions);
  for (const { ext, mimeType, description } of associated) {
    expect(readable).toContain(`.${ext}`);
    expect(mimeType, ext).toMatch(/^application\/x-[a-z]+$/);
    expect(description, ext).toBeTruthy();
  }
});

it('does its main job from the packaged files alone', async () => {
  const { folder, resources } = SYSTEMS.linux;
  const app = join(temporary, 'app');
  extractAll(join(temporary, 'linux/release', folder, resources, 'app.asar'), app);
  const out = join(temporary, 'feedback.json');
  await promisify(execFile)(
    process.execPath,
    [
      join(app, 'dist/cli.js'),
      'analyse',
      join(app, 'examples/lantern'),
      '--out',
      out,
      '--quiet',
      '--progress',
      'none',
    ],
    { env: { ...process.env, CONTINUIST_DATA_FOLDER: join(temporary, 'data') } },
  );
  const feedback = feedbackFormat.parse(JSON.parse(await readFile(out, 'utf8')));
  expect(feedback.totals).toMatchObject({ shots: 24, judged: 24 });
  expect(feedback.shots.filter(({ findings }) => findings.length > 0).length).toBeGreaterThanOrEqual(10);
});
