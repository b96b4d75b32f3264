import { useDocument } from '../stores/index.js';
import './generators.css';

/** How far the picture of a request is: a bar with its per cent, over the frame that it is for. */
export function MakingMark({ requestId }: { readonly requestId: string }) {
  const making = useDocument((mirror) => mirror.making[requestId]);
  if (!making) return null;
  const { percent, state, doing } = making;
  const words = state === 'queued' ? 'Waiting' : `${percent} %`;
  return (
    <span
      className="making-mark numbers"
      role="progressbar"
      aria-label="Being made"
      aria-valuenow={percent}
      aria-valuetext={doing ? `${words}. ${doing}` : words}
      title={doing || undefined}
      data-testid="making"
    >
      <i style={{ transform: `scaleX(${percent / 100})` }} />
      {words}
    </span>
  );
}
