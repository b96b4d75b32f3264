import type { Prompts } from '@shared/base-prompts.js';
import type { ReactNode } from 'react';
import { WordDiff } from './WordDiff.js';
import './prompt.css';

interface Props {
  readonly before: Prompts;
  readonly after: Prompts;
  /** Said between the prompt and what should not be seen. */
  readonly children?: ReactNode;
  /** Leaves out the negative prompt where nothing in it changes. */
  readonly brief?: boolean | undefined;
  readonly testId?: string;
}

/** A prompt and its negative, word by word against what they were. */
export function PromptDiff({ before, after, children, brief, testId }: Props) {
  const hasNegative =
    before.negativePrompt !== after.negativePrompt || (!brief && after.negativePrompt !== '');
  return (
    <div className="diff selectable" data-testid={testId}>
      <WordDiff before={before.prompt} after={after.prompt} />
      {children}
      {hasNegative && (
        <p className="diff-negative">
          <span className="faint">not: </span>
          <WordDiff before={before.negativePrompt} after={after.negativePrompt} />
        </p>
      )}
    </div>
  );
}
