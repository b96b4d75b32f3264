import type { ShotPrompt } from '@shared/contract/index.js';
import { Lightbulb } from 'lucide-react';
import { useBoardView } from '../stores/index.js';
import { count } from '../ui/index.js';
import { useHints } from './use-hints.js';
import './hints.css';

/** What may be wrong with prompts before pictures are made of them, by shot; null = with those that are suggested. */
export function HintCount({ prompts }: { readonly prompts: readonly ShotPrompt[] | null }) {
  const hints = useHints(prompts);
  const { byId } = useBoardView();
  if (hints.length === 0) return null;
  return (
    <details className="hint-count" data-testid="hint-count">
      <summary>
        <Lightbulb size={14} aria-hidden />
        {count(hints.length, 'hint')} on {count(new Set(hints.map(({ shotId }) => shotId)).size, 'prompt')}
      </summary>
      <ul>
        {hints.map(({ key, shotId, message }) => (
          <li key={`${shotId} ${key}`}>
            <b className="numbers">Shot {byId.get(shotId)?.shot.number}</b> {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
