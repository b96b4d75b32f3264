import { Lock, Unplug } from 'lucide-react';
import { SettingsProblem } from './SettingsProblem.js';
import { useDocument, useSession } from './stores/index.js';

/** Bars across the window for what affects all of it: no connection, read-only. */
export function Notices() {
  const connection = useSession((session) => session.connection);
  const readOnly = useDocument((mirror) => mirror.readOnly);
  return (
    <div role="status">
      {connection === 'lost' && (
        <p className="notice notice-warn">
          <Unplug size={15} aria-hidden />
          Connection lost. Your decisions are saved. Reconnecting…
        </p>
      )}
      <SettingsProblem />
      {readOnly !== null && (
        <p className="notice">
          <Lock size={15} aria-hidden />
          This review is shown read-only. {readOnly}
        </p>
      )}
    </div>
  );
}
