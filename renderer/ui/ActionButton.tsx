import type { ReactNode } from 'react';
import { actionById, runAction } from '../actions/index.js';
import { Key } from './Key.js';
import { Tip } from './Tip.js';
import { useEnabled } from './use-enabled.js';

interface Props {
  readonly action: string;
  /** What stands on it; the action's title when absent. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly showKey?: boolean;
  readonly pressed?: boolean;
  readonly testId?: string;
  /** The name for screen readers and the tip, where the face alone does not say it. */
  readonly label?: string;
}

/** A button for an action of the table: its name, its key and whether it can be pressed all come from there. */
export function ActionButton({
  action,
  children,
  className = 'button',
  showKey,
  pressed,
  testId,
  label,
}: Props) {
  const enabled = useEnabled(action);
  const { title } = actionById(action);
  const button = (
    <button
      type="button"
      className={className}
      disabled={!enabled}
      aria-pressed={pressed}
      aria-label={label}
      data-testid={testId}
      onClick={() => runAction(action)}
    >
      {children ?? title}
      {showKey && <Key action={action} />}
    </button>
  );
  if (showKey) return button;
  return (
    <Tip
      text={
        <>
          {label ?? title} <Key action={action} />
        </>
      }
    >
      {button}
    </Tip>
  );
}
