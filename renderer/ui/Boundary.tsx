import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { reportDefect } from '../link/index.js';
import './boundary.css';

interface BrokenProps {
  /** Named as the artist would: "The viewer". */
  readonly part: string;
  readonly onRetry: () => void;
}

/** What stands where a part of the window broke: what happened, what is safe, and how to go on. */
export function Broken({ part, onRetry }: BrokenProps) {
  return (
    <div className="broken" role="alert" data-testid="broken">
      <TriangleAlert size={18} aria-hidden />
      <div>
        <strong>{part} stopped working.</strong>
        <p>
          Your decisions are saved and what you typed is kept. The rest of the window still works;
          Continuist’s log says what went wrong here.
        </p>
        <div className="broken-buttons">
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
          <button type="button" className="quiet" onClick={() => window.location.reload()}>
            Reload the window
          </button>
        </div>
      </div>
    </div>
  );
}

interface Props {
  readonly part: string;
  readonly children: ReactNode;
  /** What it shows. When that changes, it is tried again by itself. */
  readonly shows?: readonly unknown[];
  /** What stands in its place; default: `Broken` alone. */
  readonly instead?: (broken: BrokenProps) => ReactNode;
}

/** A part of the window that may break without taking the rest with it. */
export function Boundary({
  part,
  children,
  shows = [],
  instead = (broken) => <Broken {...broken} />,
}: Props) {
  return (
    <ErrorBoundary
      resetKeys={[...shows]}
      onError={(thrown, { componentStack }) => reportDefect(part, thrown, componentStack ?? '')}
      fallbackRender={({ resetErrorBoundary }) => instead({ part, onRetry: resetErrorBoundary })}
    >
      {children}
    </ErrorBoundary>
  );
}
