import { useConnected } from '../stores/index.js';

/** In the place of what the host has not said yet. */
export function Waiting() {
  const isConnected = useConnected();
  return (
    <p className="faint">
      {isConnected
        ? 'Looking…'
        : 'Continuist does not answer. This comes by itself when the connection is back.'}
    </p>
  );
}
