import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { closeToast, type Toast, useSession } from './stores/index.js';

/** How long good news stays, in milliseconds; errors stay until they are closed. */
const STAYS = 5000;

function ToastCard({ toast }: { toast: Toast }) {
  const { id, kind, message, hint } = toast;
  useEffect(() => {
    if (kind === 'error') return;
    const timer = setTimeout(() => closeToast(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div className={`toast toast-${kind}`} role={kind === 'error' ? 'alert' : 'status'} data-testid="toast">
      {kind === 'error' ? <TriangleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      <div className="selectable">
        <strong>{message}</strong>
        {hint && <p>{hint}</p>}
      </div>
      <button type="button" className="quiet square" aria-label="Close" onClick={() => closeToast(id)}>
        <X size={15} aria-hidden />
      </button>
    </div>
  );
}

export function Toasts() {
  const toasts = useSession((session) => session.toasts);
  return (
    <section aria-label="Messages">
      <div className="toasts">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}
