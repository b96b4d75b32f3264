/**
 * A yes of the person at the machine, for what a window may only propose: what starts a program or sends something
 * elsewhere. The window cannot answer; whoever has got hold of it gains nothing.
 */
import type { Question } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { visible } from '@shared/visible.js';

/** One thing that would happen, whole: a heading and, line by line, with what. */
export interface Statement {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Person {
  readonly where: Question['where'];
  /** `text`: all lines, made visible. True is a yes; anything else, an end of the signal too, is none. */
  ask(text: string, signal: AbortSignal): Promise<boolean>;
}

export interface ConsentParts {
  /** Absent where nobody can be asked. */
  readonly person?: Person | undefined;
  /** The question that is open is another one, or was answered. */
  readonly onChange: () => void;
}

/** Characters of a question. More would not be read, and scroll away. */
const LONGEST = 4_000;
/** Noes one after another, after which nothing is asked any more: nobody is worn down to a yes. */
const MOST_NOES = 3;

export class Consent {
  readonly #parts: ConsentParts;
  #question: Question | null = null;
  #taken: AbortController | null = null;
  #noes = 0;

  constructor(parts: ConsentParts) {
    this.#parts = parts;
  }

  /** The question that is open, for the windows. */
  get question(): Question | null {
    return this.#question;
  }

  /**
   * Resolves on a yes. `instead`: what the person can do without being asked. Throws DECLINED, CANCELLED when the
   * question was taken back, and NOT_ASKED when it could not be asked.
   */
  async to(statements: readonly Statement[], instead: string, signal?: AbortSignal): Promise<void> {
    const { person } = this.#parts;
    const text = statements.map(textOf).join('\n');
    if (!person) throw notAsked(`nobody can be asked here. ${instead}`);
    if (this.#question) throw notAsked('another question is open. Answer it first.');
    if (this.#noes >= MOST_NOES)
      throw notAsked(`it was refused ${MOST_NOES} times, so you are not asked again. ${instead}`);
    if (text.length > LONGEST) throw notAsked(`it is too long to be shown whole. ${instead}`);
    const taken = new AbortController();
    const over = signal ? AbortSignal.any([signal, taken.signal]) : taken.signal;
    over.throwIfAborted();
    this.#taken = taken;
    this.#show({ where: person.where, text, answer: null });
    const isYes = await person.ask(text, over).finally(() => this.#show(null));
    if (over.aborted) throw new ContinuistError('CANCELLED');
    if (!isYes) {
      this.#noes++;
      throw new ContinuistError('DECLINED');
    }
    this.#noes = 0;
    this.#show({ where: person.where, text, answer: 'yes' });
    this.#show(null);
  }

  /** Takes the question back that is open, if any. */
  takeBack(): void {
    this.#taken?.abort();
  }

  #show(question: Question | null): void {
    this.#question = question;
    this.#parts.onChange();
  }
}

const textOf = ({ title, lines }: Statement): string =>
  [`${title}:`, ...lines.map((line) => `  ${visible(line)}`)].join('\n');

const notAsked = (why: string): ContinuistError => new ContinuistError('NOT_ASKED', why.replace(/\.$/, ''));
