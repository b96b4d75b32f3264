import { createHash } from 'node:crypto';
import { EMPTY_DERIVED } from '@shared/analysis.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aBoard, aNote, aTake } from '@testing/records.js';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { contextOf, writerContextOf } from '../../testing/context.js';
import { aFinding } from '../../testing/findings.js';
import type { Cell } from '../cells.js';
import { aCell } from '../testing/cells.js';
import { aSide } from '../testing/sides.js';
import { escaped } from './escape.js';
import { pageEnd, pageStart, shotHtml } from './page.js';
import { pageScript } from './script.js';
import { htmlOf } from './sheet.js';

const HEAD = {
  script: 'go()',
  id: 'b',
  title: 'Harbour',
  told: '3 shots',
  file: 'comments.json',
  columns: 3,
};

const cell = (fields: Partial<Cell>): Cell => aCell({ take: aTake(0), ...fields });

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');

/** Texts that would leave their place in a page. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '</script>',
        '<!--',
        '"',
        "'",
        '>',
        '&lt;',
        '</main>',
        ' onerror=',
        '<svg/onload=x>',
        '\0',
        '\uD800',
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('the page of a contact sheet', () => {
  it('holds any text as that text, and never as more of the page', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = escaped(text);
        expect(safe).not.toMatch(/[<>"\0]|\p{Surrogate}/u);
        expect(unescaped(safe)).toBe(text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '\uFFFD'));
        const all = cell({
          number: text,
          scene: text,
          told: text,
          description: text,
          prompt: text,
          negativePrompt: text,
          note: text,
          comments: [text],
          findings: [{ severity: 'high', message: text, key: '' }],
        });
        const page = pageStart({ ...HEAD, id: text, title: text, file: text }) + shotHtml(all, { why: text });
        const plain = pageStart(HEAD) + shotHtml({ ...all, ...fill(all, 'x') }, { why: 'x' });
        const tags = (html: string) =>
          (html.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? []).map((tag) =>
            tag.replace(/"[^"]*"/g, '""'),
          );
        if (text.trim()) expect(tags(page)).toEqual(tags(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('says of a shot what there is to say, and names nothing that there is not', () => {
    const why = { why: 'none' };
    const full = shotHtml(
      cell({
        prompt: 'a girl',
        negativePrompt: 'a dog',
        note: 'Warmer.',
        told: 'Held',
        description: 'She waits.',
      }),
      why,
    );
    expect(full).toMatch(/<b>Prompt:<\/b> a girl[\s\S]*<b>Negative prompt:<\/b> a dog/);
    expect(full).toMatch(/<b>Note:<\/b> Warmer\.[\s\S]*She waits\./);
    expect(full).toContain('<p class="faint">Held</p>');
    const alone = shotHtml(cell({ negativePrompt: 'a dog' }), why);
    expect(alone).toContain('<b>Negative prompt:</b> a dog');
    expect(alone).not.toContain('<b>Prompt:');
    expect(alone).toContain(`data-sha256="${aTake(0).sha256}"`);
    expect(shotHtml(cell({ take: null }), why)).toContain('data-sha256=""');
    const bare = shotHtml(cell({ description: ' ', note: ' ' }), why);
    expect(bare).not.toMatch(/<details>|<summary>|Note|class="faint"|<ul>|NaN|undefined/);
    expect(shotHtml(cell({ findings: [{ severity: 'low', message: 'Blurred.', key: '' }] }), why)).toContain(
      '<ul><li class="low">Blurred.</li></ul>',
    );
    const shown = [{ jpeg: Buffer.from('j'), width: 488, height: 135 }];
    expect(
      shotHtml(cell({ findings: [{ severity: 'low', message: 'Blurred.', key: '' }] }), why, shown),
    ).toContain(
      '<li class="low">Blurred.<img class="why" src="data:image/jpeg;base64,ag==" width="488" height="135"',
    );
  });

  it('lets nothing run but its own script, and fetches nothing', () => {
    const page = pageStart(HEAD) + pageEnd(HEAD);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const hashOf = (tag: string): string => {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return createHash('sha256').update(text).digest('base64');
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${hashOf('style')}'`,
      `script-src 'sha256-${hashOf('script')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/https?:|\son[a-z]+=|\sstyle=/);
    // It would end in the midst of itself.
    expect(pageScript()).not.toMatch(/<\/script|<!--/i);
  });

  it('has so many frames across as were chosen, with room between them', () => {
    expect(pageStart({ ...HEAD, columns: 4 })).toContain('(100% - 60px) / 4');
    expect(pageStart({ ...HEAD, columns: 1 })).toContain('(100% - 0px) / 1');
  });

  it('shows the more of each picture the fewer there are', async () => {
    const picture = sharp({ create: { width: 1400, height: 100, channels: 3, background: 'red' } }).png();
    const folder = await folderWith({ 'frames/0.png': await picture.toBuffer() });
    const widthOf = async (shots: number) => {
      const context = writerContextOf(contextOf(aBoard(shots), { folder }), { columns: '3' });
      return /<img [^>]*width="(\d+)"/.exec(String(await htmlOf(context)))?.[1];
    };
    expect(await Promise.all([60, 61, 250, 251].map(widthOf))).toEqual(['1280', '960', '960', '640']);
  });

  it('shows what was commented before, and pictures up to its bound and names the shots whose picture is left out', async () => {
    const png = await plainPng();
    const folder = await folderWith({ 'frames/0.png': png, 'frames/2.png': png });
    const notes: string[] = [];
    const records = { ...aBoard(3), comment: { c: aNote('c', { shotId: 'shot-1' }) } };
    const context = writerContextOf(contextOf(records, { folder }), { columns: '3' }, notes);
    const whole = String(await htmlOf(context));
    expect(whole.match(/<img src="data:image\/jpeg;base64,/g)).toHaveLength(2);
    expect(whole).toContain('The picture is missing');
    expect(whole.match(/Ann, 2026-11-28: Darker, please/g)).toHaveLength(1);
    expect(notes).toEqual([]);
    const [, first = ''] = /base64,([^"]*)"/.exec(whole) ?? [];
    const small = String(await htmlOf(context, Buffer.from(first, 'base64').length));
    expect(small.match(/<img /g)).toHaveLength(1);
    expect(small).toContain('Left out, to keep this page small');
    expect(notes).toEqual([expect.stringMatching(/^1 picture is left out.*: shot 3\./)]);
    notes.length = 0;
    await htmlOf(context, 1);
    expect(notes).toEqual(['2 pictures are left out, since a page holds 0 MB of pictures: shot 1, 3.']);
  });

  it('shows what was found by its picture, as far as there is room', async () => {
    const png = await sharp({ create: { width: 16, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const folder = await folderWith({ 'frames/0.png': png, 'frames/1.png': png, 'frames/2.png': png });
    const found = (n: number, key: string) => aFinding(n, `${key} differs`, { key });
    const side = aSide({ width: 16, height: 9 });
    const findings = [found(0, 'hat'), ...[0, 1, 2].map((n) => found(n, 'coat'))];
    const context = contextOf(
      aBoard(3),
      {
        folder,
        derived: { ...EMPTY_DERIVED, findings },
        fileOf: async ({ path }) => `${folder}/${path || 'frames/0.png'}`,
      },
      { findingPicture: async (_, key) => ({ sides: key === 'coat' ? [side] : [], magnified: false }) },
    );
    const shown = async (most?: number) => {
      const html = String(await htmlOf(writerContextOf(context, { columns: '3' }), most));
      const all = [...html.matchAll(/<img (class="why" )?src="data:image\/jpeg;base64,([^"]*)"/g)];
      return all.map(
        ([, why, data = '']) => [why ? 'why' : 'frame', Buffer.from(data, 'base64').length] as const,
      );
    };
    const whole = await shown();
    const kinds = whole.map(([kind]) => kind);
    expect(kinds).toEqual(['frame', 'why', 'frame', 'why', 'frame', 'why']);
    const [frame = 0, why = 0] = whole.map(([, bytes]) => bytes);
    expect(why).toBeGreaterThan(frame);
    expect((await shown(frame)).map(([kind]) => kind)).toEqual(['frame', 'why']);
    expect((await shown(frame - 1)).map(([kind]) => kind)).toEqual([]);
    expect((await shown(frame + why)).map(([kind]) => kind)).toEqual(['frame', 'why']);
    expect((await shown(2 * frame + why)).map(([kind]) => kind)).toEqual(['frame', 'why', 'frame', 'why']);
  });
});

const fill = ({ findings, comments }: Cell, text: string): Partial<Cell> => ({
  number: text,
  scene: text,
  told: text,
  description: text,
  prompt: text,
  negativePrompt: text,
  note: text,
  comments: comments.map(() => text),
  findings: findings.map(({ severity, key }) => ({ severity, message: text, key })),
});
