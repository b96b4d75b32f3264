/**
 * `npm run make:notice`: writes NOTICE, which names the packages that ship with Continuist and their licences.
 * `npm run check` holds it to package-lock.json, and each licence to those that are allowed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noticeOf, refused, shippedPackages } from './licences.mjs';
import { root, say } from './run.mjs';

const NOTICE = join(root, 'NOTICE');
/** What the window is built from. */
const WINDOW = ['renderer', 'shared'];
const IMPORT = /^(?:import|export)\b[^;]*? from '((?:@[\w-]+\/)?[\w-]+)/gm;

/** Returns what is wrong, a sentence each. */
export function wrongLicences() {
  const shipped = shippedNow();
  const written = readFileSync(NOTICE, 'utf8') === noticeOf(shipped);
  return [
    ...refused(shipped),
    ...(written ? [] : ['NOTICE does not name the packages of package-lock.json: npm run make:notice']),
  ];
}

function shippedNow() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const imported = WINDOW.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|testing/.test(path))
      .flatMap((path) => [...readFileSync(join(root, folder, path), 'utf8').matchAll(IMPORT)])
      .map(([, name]) => name),
  );
  // Others are folders of our own.
  return shippedPackages(
    packages,
    imported.filter((name) => packages[`node_modules/${name}`]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shipped = shippedNow();
  for (const sentence of refused(shipped)) say(sentence);
  writeFileSync(NOTICE, noticeOf(shipped));
}
