import { describe, expect, it } from 'vitest';
import { type Block, FAINT, INK, setBlock, setCellText } from './cell-text.js';
import { LEADING } from './layout.js';
import { Typesetter } from './typesetter.js';

const blocks: Block[] = [
  { text: '12A', kind: 'head' },
  { text: 'Soft', kind: 'medium' },
  { text: 'Prompt: a lighthouse', kind: 'plain' },
];
const set = async (lines: number) => {
  const room = { size: 8, width: 200, height: lines * 8 * LEADING + 1 };
  const { lines: made, cut } = await setCellText(blocks, new Typesetter(), room);
  return {
    cut,
    texts: made.map(({ line, sign }) => `${sign ?? ''} ${line.runs.map(({ text }) => text).join('')}`),
  };
};

describe('the text of a cell', () => {
  it('has every block that has room, a finding with its sign', async () => {
    expect(await set(3)).toEqual({ cut: false, texts: [' 12A', 'medium Soft', ' Prompt: a lighthouse'] });
  });

  it('is larger and bold in its head, faint where it is told, and leaves room for the sign of a finding', async () => {
    const setter = new Typesetter();
    const text = 'in it '.repeat(40).trim();
    const lookOf = async (kind: Block['kind']) => {
      const { lines } = await setBlock({ text, kind }, setter, { size: 10, width: 200 });
      return lines.map(({ style, indent, sign, line }) => ({
        style,
        indent,
        sign,
        text: line.runs.map((run) => run.text).join(''),
      }));
    };
    const plain = { size: 10, weight: 'regular', colour: INK };
    expect((await lookOf('head'))[0]).toMatchObject({
      style: { size: 11, weight: 'bold', colour: INK },
      indent: 0,
      sign: null,
    });
    expect((await lookOf('faint'))[0]).toMatchObject({ style: { ...plain, colour: FAINT }, sign: null });
    const found = await lookOf('low');
    expect(found.map(({ indent, sign }) => [indent, sign]).slice(0, 2)).toEqual([
      [11, 'low'],
      [11, null],
    ]);
    const narrow = await setBlock({ text, kind: 'plain' }, setter, { size: 10, width: 189 });
    expect(found.map((one) => one.text)).toEqual(
      narrow.lines.map(({ line }) => line.runs.map((run) => run.text).join('')),
    );
    expect(found.map((one) => one.text)).not.toEqual((await lookOf('plain')).map((one) => one.text));
  });

  it('shows that something is left out, also where the last line that is there is whole', async () => {
    expect(await set(2)).toEqual({ cut: true, texts: [' 12A', 'medium Soft …'] });
    expect(await set(1)).toEqual({ cut: true, texts: [' 12A …'] });
  });
});
