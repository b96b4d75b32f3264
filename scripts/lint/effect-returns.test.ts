/** The project's own lint rules, run as `npm run check` runs them, on planted code. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly start: { line: number } };
  }[];
}

/** Lines of `code` that the plugins named in the project's biome.json complain about. */
async function complaints(code: string): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-lint-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { plugins } = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8')) as { plugins: string[] };
  const config = {
    plugins: plugins.map((plugin) => resolve(root, plugin)),
  };
  await writeFile(join(folder, 'biome.json'), JSON.stringify(config));
  await writeFile(join(folder, 'planted.tsx'), code);
  const text = await new Promise<string>((done) => {
    const args = [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '.'];
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => done(stdout));
  });
  const { diagnostics } = JSON.parse(text) as Report;
  return diagnostics
    .filter(({ category }) => category === 'plugin')
    .map(({ location }) => location.start.line)
    .sort((a, b) => a - b);
}

const PLANTED = `import * as React from 'react';
import { useEffect, useInsertionEffect, useLayoutEffect } from 'react';
export function Planted({ el, stop }: { el: HTMLElement; stop: () => void }) {
  useEffect(() => el.scrollIntoView(), []); // wrong
  useEffect(() => el.scrollIntoView()); // wrong
  useEffect(() => (el ? el.focus() : undefined), []); // wrong
  useEffect(() => el && el.focus(), []); // wrong
  useLayoutEffect(() => el.style.top, []); // wrong
  useInsertionEffect(() => el.focus(), []); // wrong
  React.useEffect(() => el.focus(), []); // wrong
  useEffect(stop, []); // wrong
  useEffect(() => {
    if (el.hidden) return el.focus(); // wrong
    if (el.inert) {
      return el.blur(); // wrong
    }
    return stop;
  }, [el]);
  useEffect(function focus() {
    return el.focus(); // wrong
  }, []);

  useEffect(() => void el.scrollIntoView(), []);
  useEffect(() => stop, [stop]);
  useEffect(() => () => stop(), [stop]);
  useEffect(() => undefined, []);
  useEffect(() => {
    const focus = () => {
      return el.focus();
    };
    function blur() {
      return el.blur();
    }
    const both = { run() { return el.click(); } };
    if (el.hidden) return;
    focus();
    return () => {
      both.run();
      return blur();
    };
  }, [el]);
  React.useMemo(() => el.focus(), []);
  return null;
}
`;

it('finds every effect that returns what need not be a function, and no other', async () => {
  const wrong = PLANTED.split('\n').flatMap((line, at) => (line.endsWith('// wrong') ? [at + 1] : []));
  expect(wrong).toHaveLength(11);
  expect(await complaints(PLANTED)).toEqual(wrong);
});
