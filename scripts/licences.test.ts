import { describe, expect, it } from 'vitest';
import { noticeOf, refused, shippedPackages } from './licences.mjs';

const packages = {
  '': { dependencies: { loaded: '2' } },
  'node_modules/exifreader': { version: '1.0.0', license: 'MPL-2.0' },
  'node_modules/loaded': { version: '2.0.0', license: 'MIT', dependencies: { inner: '1' } },
  'node_modules/inner': { version: '3.0.0', license: 'ISC' },
  'node_modules/tool': { version: '4.0.0', license: 'GPL-3.0-only', dev: true },
  'node_modules/shown': {
    version: '5.0.0',
    license: 'MIT',
    dev: true,
    dependencies: { inner: '1', part: '1' },
  },
  'node_modules/shown/node_modules/inner': { version: '9.0.0', license: 'ISC', dev: true },
  'node_modules/part': { version: '6.0.0', license: 'ISC', dev: true, dependencies: { inner: '3' } },
};
const names = (bundled: readonly string[]) =>
  shippedPackages(packages, bundled).map(({ name, version }) => `${name} ${version}`);

describe('what ships', () => {
  it('is what the program loads', () => {
    expect(names([])).toEqual(['exifreader 1.0.0', 'inner 3.0.0', 'loaded 2.0.0']);
  });

  it('is what the window is built from, each with the version that it finds', () => {
    expect(names(['shown'])).toEqual([
      'exifreader 1.0.0',
      'inner 3.0.0',
      'inner 9.0.0',
      'loaded 2.0.0',
      'part 6.0.0',
      'shown 5.0.0',
    ]);
  });

  it('is named with its licence, and what is special about it', () => {
    const notice = noticeOf(shippedPackages(packages, ['shown']));
    expect(notice).toContain('\ninner 3.0.0: ISC\ninner 9.0.0: ISC\nloaded 2.0.0: MIT\n');
    expect(notice).toMatch(/^exifreader: Used unchanged; /m);
    expect(notice).not.toMatch(/^tool|sharp|png-js/m);
  });
});

describe('a licence', () => {
  const wrong = (name: string, license?: string) =>
    refused(
      shippedPackages({ [`node_modules/${name}`]: { version: '1.0.0', ...(license && { license }) } }, []),
    );

  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND ISC'])('%s is allowed', (licence) => {
    expect(wrong('some', licence)).toEqual([]);
  });

  it.each(['GPL-3.0-only', 'MPL-2.0', 'MIT AND GPL-3.0-only', 'LGPL-3.0-or-later'])(
    '%s is refused',
    (licence) => {
      expect(wrong('some', licence)).toEqual([
        expect.stringContaining(`some 1.0.0 has the licence ${licence}, `),
      ]);
    },
  );

  it('that is none is refused', () => {
    expect(wrong('some')).toEqual([expect.stringContaining('some 1.0.0 has no licence, ')]);
  });

  it('is allowed to a package that is named for it, and that one alone', () => {
    expect(wrong('exifreader', 'MPL-2.0')).toEqual([]);
    expect(wrong('exifreader-too', 'MPL-2.0')).toHaveLength(1);
    expect(wrong('@img/sharp-win32-x64', 'Apache-2.0 AND LGPL-3.0-or-later')).toEqual([]);
    expect(wrong('@img/sharp-win32-x64', 'GPL-3.0-only')).toHaveLength(1);
    expect(wrong('png-js')).toEqual([]);
    expect(wrong('png-js', 'GPL-3.0-only')).toHaveLength(1);
  });
});
