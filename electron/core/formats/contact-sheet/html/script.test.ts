import { runInNewContext } from 'node:vm';
import { commentsFile } from '@shared/comments.js';
import { describe, expect, it } from 'vitest';
import { SCRIPT } from './script.js';

type Listener = (event: object) => void;

interface Part {
  value: string;
  textContent: unknown;
  focused: boolean;
  readonly style: { left: string; top: string };
  children: readonly Part[];
  querySelector(name: string): Part;
  type(text: string): void;
  press(event?: object): void;
  key(key: string): void;
  leave(relatedTarget: object | null): void;
}

/** As much of an element as the script touches. */
function element(dataset: object = {}): Part {
  const listeners = new Map<string, Listener>();
  const parts = new Map<string, Part>();
  const one = {
    dataset,
    value: '',
    textContent: '',
    className: '',
    style: { left: '', top: '' },
    children: [] as readonly Part[],
    focused: false,
    addEventListener: (name: string, does: Listener) => void listeners.set(name, does),
    querySelector: (name: string): Part => {
      const part = parts.get(name) ?? element();
      parts.set(name, part);
      return part;
    },
    append: (...children: Part[]) => one.replaceChildren(...children),
    replaceChildren: (...children: Part[]) => {
      one.children = children;
    },
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 200, height: 100 }),
    click: () => undefined,
    focus: () => {
      one.focused = true;
    },
    type: (text: string) => {
      one.value = text;
      listeners.get('input')?.({});
    },
    press: (event: object = {}) => listeners.get('click')?.({ target: one, ...event }),
    key: (key: string) => listeners.get('keydown')?.({ key, preventDefault: () => undefined }),
    leave: (relatedTarget: object | null) => listeners.get('blur')?.({ relatedTarget }),
  };
  return one;
}

/** As much of a page as the script touches. */
function pageWith(
  shots: readonly { id: string; number: string; sha256: string }[],
  stored: Map<string, string> | null,
) {
  const [author, state, save] = [element(), element(), element()];
  const all = shots.map((dataset) => element(dataset));
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
      querySelectorAll: () => all,
      createElement: () => element(),
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
  /** Of the first shot: what is drawn of its pins. */
  const [first] = all;
  const pins = () => {
    const marks = first?.querySelector('.marks').children ?? [];
    const items = first?.querySelector('.pins').children ?? [];
    return marks.map((mark, at) => ({
      mark,
      words: items[at]?.children[0],
      away: items[at]?.children[1],
      at: [mark.style.left, mark.style.top],
    }));
  };
  const fields = all.map((shot) => shot.querySelector('textarea'));
  const part = (name: string) => first?.querySelector(name);
  return { author, state, save, fields, files, pins, frame: part('.frame'), add: part('.add') };
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
          place: null,
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

  it('are pinned to the place in the picture that was clicked, which the keys move', () => {
    const stored = new Map<string, string>();
    const { author, save, fields, files, pins, frame, add } = pageWith(SHOTS, stored);
    author.type('Ann');
    frame?.press({ clientX: 60, clientY: 95 });
    const [pin] = pins();
    expect([pin?.at, pin?.words?.focused]).toEqual([['25%', '75%'], true]);
    pin?.words?.type('Here');
    // What lies on a pin is no place of its own.
    frame?.press({ clientX: 60, clientY: 95, target: { className: 'pin' } });
    expect(pins()).toHaveLength(1);
    fields[0]?.type('All of it');
    add?.press();
    const [, second] = pins();
    expect([second?.at, second?.mark.focused]).toEqual([['50%', '50%'], true]);
    second?.words?.type('Left');
    for (const key of ['ArrowLeft', 'ArrowDown', 'x']) second?.mark.key(key);
    for (let step = 0; step < 60; step++) second?.mark.key('ArrowUp');
    expect([second?.mark.style.left, second?.mark.style.top]).toEqual(['48%', '0%']);
    const sent = (page: { files: unknown[] }) =>
      commentsFile.parse(page.files[0]).comments.map(({ text, place }) => [text, place]);
    save.press();
    const expected = [
      ['All of it', null],
      ['Here', { x: 0.25, y: 0.75 }],
      ['Left', { x: 0.48, y: 0 }],
    ];
    expect(sent({ files })).toEqual(expected);
    const again = pageWith(SHOTS, stored);
    again.save.press();
    expect(sent(again)).toEqual(expected);
  });

  it('leave no pin without words, once it is left, and none that was removed', () => {
    const { pins, frame, author, save, files, state } = pageWith(SHOTS, new Map());
    frame?.press({ clientX: 60, clientY: 95 });
    const [empty] = pins();
    empty?.words?.leave(empty.mark);
    expect(pins()).toHaveLength(1);
    empty?.mark.leave(null);
    expect(pins()).toEqual([]);
    for (const text of ['one', 'two']) {
      frame?.press({ clientX: 110, clientY: 70 });
      pins().at(-1)?.words?.type(text);
      pins().at(-1)?.words?.leave(null);
    }
    pins()[0]?.away?.press();
    expect(pins().map(({ words, mark }) => [words?.value, mark.textContent])).toEqual([['two', 1]]);
    expect(state.textContent).toContain('1 comment, kept');
    author.type('Ann');
    save.press();
    expect(commentsFile.parse(files[0]).comments.map(({ text }) => text)).toEqual(['two']);
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
