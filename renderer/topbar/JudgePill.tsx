import { Check, Scale } from 'lucide-react';
import { Popover } from 'radix-ui';
import { runAction } from '../actions/index.js';
import { call } from '../link/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { AskTogether } from './AskTogether.js';
import { Pill } from './Pill.js';

/** Who judges, and what it cannot judge: one click away. */
export function JudgePill() {
  const judges = useSession((session) => session.info)?.judges ?? [];
  const chosen = useSettings((settings) => settings.judge);
  const judge = judges.find((one) => one.id === chosen);
  return (
    <Pill label="Judge" name={judge?.name ?? chosen} icon={Scale} menu="judge">
      <ul className="choices">
        {judges.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="choice"
              aria-pressed={one.id === chosen}
              disabled={!one.ready}
              onClick={() => void call((api) => api.settings.set({ judge: one.id }))}
            >
              <Check size={15} aria-hidden className={one.id === chosen ? '' : 'hidden'} />
              <strong>{one.name}</strong>
              <span className="faint">{one.ready ? one.licence : 'not installed'}</span>
            </button>
            {one.limits.length > 0 && (
              <ul className="limits selectable" aria-label={`What ${one.name} cannot judge`}>
                {one.limits.map((limit) => (
                  <li key={limit}>{limit}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <AskTogether judges={judges} />
      <Popover.Close asChild>
        <button type="button" className="button choices-more" onClick={() => runAction('models')}>
          Models and devices…
        </button>
      </Popover.Close>
    </Pill>
  );
}
