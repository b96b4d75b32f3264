import { useEffect, useRef } from 'react';

export interface Said {
  readonly message: string;
  readonly hint?: string;
}

interface Props {
  /** What is being waited for. */
  readonly doing?: string;
  readonly said: Said | null;
  readonly testId: string;
}

/** What came of what was asked for. */
export function Answer({ doing = '', said, testId }: Props) {
  const words = useRef<HTMLDivElement>(null);
  // What was pressed may be the last thing in view, and the answer comes under it.
  useEffect(() => {
    if (said) words.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  return (
    <div role="status" className="answer selectable" data-testid={testId} ref={words}>
      {doing && <p className="faint">{doing}</p>}
      {said && <p>{said.message}</p>}
      {said?.hint && <p className="faint">{said.hint}</p>}
    </div>
  );
}
