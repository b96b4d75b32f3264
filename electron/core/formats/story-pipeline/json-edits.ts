/** Changes single values of a JSON text and leaves every other character as it was. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

type Path = readonly (string | number)[];

interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export class JsonEdits {
  readonly #text: string;
  readonly #tree: Node;
  readonly #edits: Edit[] = [];

  /** `text`: valid JSON. Throws SyntaxError where it is none. */
  constructor(text: string) {
    const tree = parseTree(text);
    if (!tree) throw new SyntaxError('There is no JSON in the text.');
    this.#text = text;
    this.#tree = tree;
  }

  /** The value at `path` as it is written; undefined where there is none. */
  written(path: Path): string | undefined {
    const node = this.#at(path);
    return node && this.#text.slice(node.offset, node.offset + node.length);
  }

  /** `json`: the value, as it is to be written. What is not there is added behind the last field of its object. */
  set(path: Path, json: string): void {
    const node = this.#at(path);
    if (node) {
      this.#edits.push({ offset: node.offset, length: node.length, text: json });
      return;
    }
    const object = this.#at(path.slice(0, -1));
    if (object?.type !== 'object')
      throw new RangeError(`There is no object at ${path.slice(0, -1).join('.')}.`);
    this.#add(object, `${JSON.stringify(path.at(-1))}${this.#colonOf(object)}${json}`);
  }

  /** Puts values behind the last one of the list at `path`, which has one. */
  append(path: Path, json: readonly string[]): void {
    const last = this.#at(path)?.children?.at(-1);
    if (!last) throw new RangeError(`There is no list at ${path.join('.')}.`);
    const end = last.offset + last.length;
    const text = json.map((one) => `,${this.#spaceBefore(last)}${one}`).join('');
    this.#edits.push({ offset: end, length: 0, text });
  }

  /** Puts a value into a list, beside the one at `path`; several at one place stand in the order in which they came. */
  insert(path: Path, side: 'before' | 'after', json: string): void {
    const node = this.#at(path);
    if (!node) throw new RangeError(`There is nothing at ${path.join('.')}.`);
    const space = this.#spaceBefore(node);
    const [offset, text] =
      side === 'after' ? [node.offset + node.length, `,${space}${json}`] : [node.offset, `${json},${space}`];
    this.#edits.push({ offset, length: 0, text });
  }

  /** What stands in the list or the object at `path`, by its place or its name, as it is written. */
  elements(path: Path): Map<string | number, string> {
    const node = this.#at(path);
    return new Map(
      (node?.children ?? []).map((one, at) => [
        node?.type === 'object' ? String(one.children?.[0]?.value) : at,
        this.#text.slice(one.offset, one.offset + one.length),
      ]),
    );
  }

  /** Writes the list or the object at `path`, which has something in it, anew of these, parted as its own are. */
  compose(path: Path, texts: readonly string[]): void {
    const all = this.#at(path)?.children ?? [];
    const [first, second] = all;
    const last = all.at(-1);
    if (!first || !last) throw new RangeError(`There is nothing at ${path.join('.')}.`);
    const parting = second
      ? this.#text.slice(first.offset + first.length, second.offset)
      : `,${this.#spaceBefore(first)}`;
    const text = texts.join(parting);
    const length = last.offset + last.length - first.offset;
    if (this.#text.slice(first.offset, first.offset + length) !== text)
      this.#edits.push({ offset: first.offset, length, text });
  }

  /** The text with all changes. */
  toString(): string {
    let text = '';
    let at = 0;
    for (const edit of this.#edits.toSorted((a, b) => a.offset - b.offset)) {
      text += this.#text.slice(at, edit.offset) + edit.text;
      at = edit.offset + edit.length;
    }
    return text + this.#text.slice(at);
  }

  #at(path: Path): Node | undefined {
    return path.length === 0 ? this.#tree : findNodeAtLocation(this.#tree, [...path]);
  }

  #add(object: Node, field: string): void {
    const last = object.children?.at(-1);
    if (last) {
      const end = last.offset + last.length;
      this.#edits.push({ offset: end, length: 0, text: `,${this.#spaceBefore(last)}${field}` });
    } else this.#edits.push({ offset: object.offset + 1, length: 0, text: field });
  }

  /** The white space between a field and what stands before it. */
  #spaceBefore(field: Node): string {
    return /\s*$/.exec(this.#text.slice(Math.max(0, field.offset - 200), field.offset))?.[0] ?? '';
  }

  /** As the object's own fields write it: `: ` or `:`. */
  #colonOf(object: Node): string {
    const [key, value] = object.children?.at(-1)?.children ?? [];
    return key && value ? this.#text.slice(key.offset + key.length, value.offset) : ': ';
  }
}
