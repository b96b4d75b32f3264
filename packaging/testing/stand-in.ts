/**
 * A folder that electron-builder takes for Electron as it is unpacked: the files that it moves, reads or writes, and
 * nothing that runs.
 */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export type System = 'linux' | 'mac' | 'win';

/** As Electron's binaries carry their fuses: the mark, version 1, eight fuses, each at what Electron ships. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10110011'),
]);

const MAC_HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'];

const plist = (entries: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${Object.entries(entries)
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict></plist>\n`;

export async function standIn(system: System, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (system === 'mac') await macApp(join(folder, 'Electron.app', 'Contents'));
  else await flat(system, folder);
  return folder;
}

async function flat(system: 'linux' | 'win', folder: string): Promise<void> {
  const program =
    system === 'linux' ? Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(60), FUSES]) : windowsProgram();
  await writeFile(join(folder, system === 'linux' ? 'electron' : 'electron.exe'), program, { mode: 0o755 });
  await writeFile(join(folder, 'version'), 'stand-in');
  await writeFile(join(folder, 'LICENSE'), 'Electron’s licence');
  await mkdir(join(folder, 'locales'));
  for (const language of ['en-US', 'de']) await writeFile(join(folder, 'locales', `${language}.pak`), '');
  await addSample(join(folder, 'resources'));
}

function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), FUSES]);
}

async function macApp(contents: string): Promise<void> {
  const write = async (path: string, text: string | Buffer) => {
    await mkdir(join(contents, path, '..'), { recursive: true });
    await writeFile(join(contents, path), text, { mode: 0o755 });
  };
  await write('Info.plist', plist({ CFBundleExecutable: 'Electron', CFBundleName: 'Electron' }));
  await write('MacOS/Electron', 'the program');
  const framework = 'Frameworks/Electron Framework.framework';
  await write(`${framework}/Versions/A/Electron Framework`, FUSES);
  for (const language of ['en', 'de'])
    await write(`${framework}/Versions/A/Resources/${language}.lproj/locale.pak`, '');
  await symlink('Versions/A/Electron Framework', join(contents, framework, 'Electron Framework'));
  for (const name of MAC_HELPERS.map((suffix) => `Electron Helper${suffix}`)) {
    await write(`Frameworks/${name}.app/Contents/MacOS/${name}`, 'a helper');
    await write(`Frameworks/${name}.app/Contents/Info.plist`, plist({ CFBundleExecutable: name }));
  }
  await addSample(join(contents, 'Resources'));
}

/** The program that Electron shows when it is given none. */
async function addSample(resources: string): Promise<void> {
  const sample = await mkdtemp(join(tmpdir(), 'continuist-'));
  await writeFile(join(sample, 'main.js'), '');
  await mkdir(resources, { recursive: true });
  await createPackage(sample, join(resources, 'default_app.asar'));
  await rm(sample, { recursive: true });
}
