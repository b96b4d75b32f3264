import { runInNewContext } from 'node:vm';
import { commentsFile } from '@shared/comments.js';
import { describe, expect, it } from 'vitest';
import { SCRIPT } from './script.js';

/** As much of a page as the script touches. */
function pageWith(
  shots: readonly { id: string; number: string; sha256: string }[],
  stored: Map<string, string> | null,
) {
  const element = (dataset: object = {}) => {
    const listeners = new Map<string, () => void>();
    const one = {
      dataset,
      value: '',
      textContent: '',
      focused: false,
      addEventListener: (name: string, does: () => void) => void listeners.set(name, does),
      focus: () => {
        one.focused = true;
      },
      type: (text: string) => {
        one.value = text;
        listeners.get('input')?.();
      },
      press: () => listeners.get('click')?.(),
    };
    return one;
  };
  const [author, state, save] = [element(), element(), element()];
  const fields = shots.map(() => element());
  const parts: Record<string, object> = {
    main: element({ id: 'b', title: 'Harbour', file: 'comments.json' }),
    '#author': author,
    '#state': state,
    '#save': save,
  };
  const files: unknown[] = [];
  runInNewContext(SCRIPT, {
    document: {
      querySelector: (name: string) => parts[name],
      querySelectorAll: () => shots.map((dataset, at) => ({ dataset, querySelector: () => fields[at] })),
      createElement: () => ({ click: () => undefined }),
      body: { classList: { add: () => undefined } },
    },
    get localStorage() {
      if (!stored) throw new Error('not here');
      return {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, text: string) => stored.set(key, text),
      };
    },
    Blob: class {
      constructor(texts: string[]) {
        files.push(JSON.parse(texts.join('')));
      }
    },
    URL: { createObjectURL: () => 'blob:x' },
    addEventListener: () => undefined,
  });
  return { author, state, save, fields, files };
}

const SHOTS = [
  { id: 's1', number: '1', sha256: 'a'.repeat(64) },
  { id: 's2', number: '2', sha256: '' },
];

describe('comments in a page', () => {
  it('are saved as a file that is read, each with its author, shot and picture', () => {
    const { author, state, save, fields, files } = pageWith(SHOTS, new Map());
    fields[1]?.type(' Darker, please ');
    fields[0]?.type('   ');
    save.press();
    expect([author.focused, files]).toEqual([true, []]);
    expect(state.textContent).toContain('Say who you are');
    author.type(' Ann ');
    save.press();
    expect(commentsFile.parse(files[0])).toEqual({
      format: 'continuist-comments',
      version: 1,
      storyboard: { id: 'b', title: 'Harbour' },
      comments: [
        {
          shotId: 's2',
          number: '2',
          sha256: null,
          author: 'Ann',
          at: expect.any(String),
          text: 'Darker, please',
        },
      ],
    });
    expect(state.textContent).toBe('1 comment saved as comments.json. Send that file back.');
    fields[0]?.type('Nice');
    save.press();
    expect(commentsFile.parse(files[1]).comments[0]).toMatchObject({ shotId: 's1', sha256: 'a'.repeat(64) });
  });

  it('are there again when the page is opened anew', () => {
    const stored = new Map<string, string>();
    const before = pageWith(SHOTS, stored);
    before.author.type('Ann');
    before.fields[0]?.type('Darker');
    expect(before.state.textContent).toContain('1 comment, kept in this browser');
    const after = pageWith(SHOTS, stored);
    expect([after.author.value, after.fields[0]?.value]).toEqual(['Ann', 'Darker']);
    after.save.press();
    expect(commentsFile.parse(after.files[0]).comments).toHaveLength(1);
  });

  it('can be saved where the browser keeps nothing, which is said', () => {
    const { author, state, save, fields, files } = pageWith(SHOTS, null);
    save.press();
    expect(state.textContent).toBe('There is no comment yet.');
    author.type('Ann');
    fields[0]?.type('Darker');
    expect(state.textContent).toContain('does not keep them');
    save.press();
    expect(files).toHaveLength(1);
  });
});
