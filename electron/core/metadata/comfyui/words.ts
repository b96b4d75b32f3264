/** The words that led a sampler: what its positive or negative side comes to, put together as the nodes do it. */
import { type Graph, type GraphNode, isLink, outputOf, sourceOf } from './graph.js';
import {
  BY_OUTPUT,
  glueOf,
  isAnswer,
  isConditioning,
  isEncoder,
  isForYes,
  isOther,
  isPipe,
  isReplace,
  isSwitch,
  isText,
  isZero,
  RESULTS,
  SELECTORS,
} from './kinds.js';

export type Side = 'positive' | 'negative';

/** Words as they stand in an input of a node. */
export interface Part {
  readonly text: string;
  readonly node: GraphNode;
  readonly input: string;
}

export interface Words {
  readonly text: string;
  /** In their order. */
  readonly parts: readonly Part[];
  /** The nodes that were met on the way. */
  readonly nodes: ReadonlySet<GraphNode>;
}

/**
 * Steps of a walk beside a few for every node, and characters that it gathers: a graph made to hold somebody up has more
 * ways through it than can be walked.
 */
const MOST_STEPS = 5_000;
const STEPS_A_NODE = 8;
const MOST_LETTERS = 1_000_000;

/** A part, what stands between two parts, or null between texts of which each counts by itself. */
type Token = Part | { readonly glue: string } | null;
type Input = readonly [name: string, value: unknown];

export function wordsOf(graph: Graph, sampler: GraphNode, side: Side): Words {
  return new Walk(graph, side).from(sampler);
}

/** Goes against the links with a stack of its own: graphs are deeper than what a program can call into. */
class Walk {
  readonly #tokens: Token[] = [];
  readonly #onWay = new Set<GraphNode>();
  readonly #met = new Set<GraphNode>();
  /** Last in, first out: what is met first is at the end. */
  readonly #ahead: (() => void)[] = [];
  #letters = 0;
  /** The side has been told by an input’s name; before that, what has no side is the positive one’s. */
  #isDecided: boolean;

  constructor(
    readonly graph: Graph,
    readonly side: Side,
  ) {
    this.#isDecided = side === 'positive';
  }

  from(sampler: GraphNode): Words {
    this.#ahead.push(() => this.#enter(sampler, 0));
    const most = MOST_STEPS + STEPS_A_NODE * this.graph.size;
    for (let step = 0; step < most && this.#letters < MOST_LETTERS; step++) {
      const next = this.#ahead.pop();
      if (!next) break;
      next();
    }
    return { ...joined(this.#tokens), nodes: this.#met };
  }

  /** In this order, next. */
  #goOn(steps: readonly (() => void)[]): void {
    for (let at = steps.length - 1; at >= 0; at--) this.#ahead.push(steps[at] as () => void);
  }

  #read(node: GraphNode, [input, value]: Input): void {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string') {
      if (text.trim() === '') return;
      this.#letters += text.length;
      this.#tokens.push({ text, node, input });
      return;
    }
    const source = sourceOf(this.graph, value);
    if (source) this.#enter(source, outputOf(value));
  }

  #enter(node: GraphNode, output: number): void {
    if (this.#onWay.has(node)) return;
    this.#onWay.add(node);
    this.#met.add(node);
    const wasDecided = this.#isDecided;
    this.#ahead.push(() => {
      this.#onWay.delete(node);
      this.#isDecided = wasDecided;
    });
    this.#goOn(this.#stepsOf(node, output));
  }

  #stepsOf(node: GraphNode, output: number): (() => void)[] {
    const { type, inputs } = node;
    if (isZero(type)) return [];
    const result = RESULTS.map((name): Input => [name, firstText(inputs[name])]).find(([, text]) => text);
    if (result) return this.#isDecided ? [() => this.#read(node, result)] : [];
    const byOutput = BY_OUTPUT[type]?.[output];
    if (byOutput) return [() => this.#read(node, [byOutput, inputs[byOutput]])];
    if (isAnswer(type) && !inputs.clip) return this.#answerOf(node, output);
    if (isSwitch(type)) return this.#firstOf(node, chosen(node));
    return this.#partsOf(node);
  }

  /** What a language model answered is known where another node shows it. */
  #answerOf(node: GraphNode, output: number): (() => void)[] {
    for (const other of this.graph.values()) {
      const shown = RESULTS.map((name): Input => [name, firstText(other.inputs[name])]).find(
        ([, text]) => text,
      );
      const isFed = Object.values(other.inputs).some(
        (value) => sourceOf(this.graph, value) === node && outputOf(value) === output,
      );
      if (shown && isFed) return [() => this.#read(other, shown)];
    }
    return [];
  }

  /** The first of the inputs that comes to any words. */
  #firstOf(node: GraphNode, inputs: readonly Input[]): (() => void)[] {
    const before = this.#tokens.length;
    const [first, ...others] = inputs;
    if (!first) return [];
    return [
      () => this.#read(node, first),
      () => {
        if (this.#tokens.length === before) this.#goOn(this.#firstOf(node, others));
      },
    ];
  }

  #partsOf(node: GraphNode): (() => void)[] {
    const found = this.#inputsOf(node);
    if (found.decides) this.#isDecided = true;
    const encodes =
      isEncoder(node.type, Object.keys(node.inputs)) || found.inputs.some(([name]) => !isText(name));
    const glue: Token = encodes ? null : { glue: glueOf(node.type, node.inputs) };
    const steps = found.inputs.flatMap((input, at) => [
      ...(at > 0 ? [() => void this.#tokens.push(glue)] : []),
      () => this.#read(node, input),
    ]);
    return isReplace(node.type) ? this.#replaced(node, steps) : steps;
  }

  #replaced({ inputs }: GraphNode, steps: (() => void)[]): (() => void)[] {
    const { find, replace } = inputs;
    if (typeof find !== 'string' || find === '' || typeof replace !== 'string') return steps;
    const from = this.#tokens.length;
    const replaceIn = (): void => {
      for (let at = from; at < this.#tokens.length; at++) {
        const token = this.#tokens[at];
        if (token && 'text' in token)
          this.#tokens[at] = { ...token, text: token.text.replaceAll(find, () => replace) };
      }
    };
    return [...steps, replaceIn];
  }

  /** The inputs that words come from: the side’s own, else conditionings and texts, else pipes, else whatever may be. */
  #inputsOf(node: GraphNode): { inputs: Input[]; decides: boolean } {
    const all = Object.entries(node.inputs).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number' || isLink(value),
    );
    const other = this.side === 'positive' ? /neg/i : /pos(?!t)/i;
    const own = this.side === 'positive' ? /^positive|_positive|^pos$/i : /neg/i;
    const mine = all.filter(([name, value]) => own.test(name) && (isText(name) || isLink(value)));
    if (mine.length > 0) return { inputs: mine, decides: true };
    const links = all.filter(([name, value]) => isLink(value) && !other.test(name));
    const conditionings = links.filter(([name]) => isConditioning(name));
    const pipes = links.filter(([name]) => isPipe(name));
    // A guider has no words of the other side where none are named.
    if (!this.#isDecided)
      return { inputs: [...links.filter(([name]) => name === 'guider'), ...pipes], decides: false };
    const texts = inOrder(
      withoutUnused(
        node,
        all.filter(([name]) => isText(name) && !other.test(name)),
      ),
    );
    if (conditionings.length + texts.length > 0)
      return { inputs: [...conditionings, ...texts], decides: false };
    if (pipes.length > 0) return { inputs: pipes, decides: false };
    return { inputs: links.filter(([name]) => !isOther(name)), decides: false };
  }
}

/** The words in the order they were met; the same text twice counts once. */
function joined(tokens: readonly Token[]): { text: string; parts: Part[] } {
  const texts = new Map<string, Part[]>();
  let text = '';
  let glue = '';
  let parts: Part[] = [];
  const end = (): void => {
    const whole = text.trim();
    if (whole && !texts.has(whole)) texts.set(whole, parts);
    text = '';
    glue = '';
    parts = [];
  };
  for (const token of tokens) {
    if (token === null) end();
    else if ('glue' in token) glue = token.glue;
    else {
      text += (text ? glue : '') + token.text;
      glue = '';
      parts.push(token);
    }
  }
  end();
  return { text: [...texts.keys()].join(', '), parts: [...texts.values()].flat() };
}

/** A text, or the first of a list of texts. */
function firstText(value: unknown): string {
  const text = Array.isArray(value) && !isLink(value) ? value[0] : value;
  return typeof text === 'string' ? text.trim() && text : '';
}

/** The inputs of a switch, the one that it says first. */
function chosen({ inputs }: GraphNode): Input[] {
  const selector = SELECTORS.find((name) => inputs[name] !== undefined && !isLink(inputs[name]));
  const given = Object.entries(inputs).filter(
    ([name, value]) => name !== selector && (isLink(value) || (typeof value === 'string' && isText(name))),
  );
  const all = inOrder(given);
  const says = selector === undefined ? undefined : inputs[selector];
  if (says === true || says === 'true' || says === false || says === 'false') {
    const isYes = String(says) === 'true';
    return all.filter(([name]) => isForYes(name) === isYes);
  }
  const number = Number(String(says));
  if (says === undefined || !Number.isInteger(number)) return all;
  const named = all.filter(([name]) => Number(/(\d+)$/.exec(name)?.[1] ?? Number.NaN) === number);
  return named.length > 0 ? named : all;
}

/** A node that says whether it takes its own text or the one that is fed to it. */
function withoutUnused({ inputs }: GraphNode, texts: readonly Input[]): Input[] {
  const use = Object.entries(inputs).find(([name]) => /^use_(?:input|ext|link)/i.test(name))?.[1];
  if (typeof use !== 'boolean') return [...texts];
  const kept = texts.filter(([, value]) => isLink(value) === use);
  return kept.length > 0 ? kept : [...texts];
}

/** Inputs of one stem by their number or letter: values that are links come last in a file, whatever their place. */
function inOrder(inputs: readonly Input[]): Input[] {
  const rank = ([name]: Input): number =>
    /^(?:prefix|pre|before)/i.test(name) ? -1 : /^(?:suffix|post|after|append)/i.test(name) ? 1 : 0;
  const stem = (name: string): string => name.replace(/[_ ]?(?:\d+|[a-z])$/i, '');
  const isSeries = new Set(inputs.map(([name]) => stem(name))).size === 1;
  return [...inputs].sort(
    (a, b) => rank(a) - rank(b) || (isSeries ? a[0].localeCompare(b[0], 'en', { numeric: true }) : 0),
  );
}
