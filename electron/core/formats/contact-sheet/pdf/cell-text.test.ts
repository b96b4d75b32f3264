import { describe, expect, it } from 'vitest';
import { type Block, setCellText } from './cell-text.js';
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

  it('shows that something is left out, also where the last line that is there is whole', async () => {
    expect(await set(2)).toEqual({ cut: true, texts: [' 12A', 'medium Soft …'] });
    expect(await set(1)).toEqual({ cut: true, texts: [' 12A …'] });
  });
});
