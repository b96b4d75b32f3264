import { Check } from 'lucide-react';
import { call } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { GeneratorForm } from './GeneratorForm.js';
import { useGenerators } from './use-generators.js';
import './generators.css';

/** Which generator makes the pictures, how each is doing, and the settings of the one that is chosen. */
export function GeneratorChoices() {
  const generators = useGenerators();
  const chosen = useSettings((settings) => settings.generator);
  return (
    <ul className="choices">
      {generators.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className="choice"
            aria-pressed={one.id === chosen}
            data-testid={`generator-${one.id}`}
            onClick={() => void call((api) => api.settings.set({ generator: one.id }))}
          >
            <Check size={15} aria-hidden className={one.id === chosen ? '' : 'hidden'} />
            <strong>{one.name}</strong>
            {one.status && !one.status.ready && (
              <span className="faint">{one.status.isSetUp === false ? 'not set up' : 'not ready'}</span>
            )}
          </button>
          <p className="limits">{one.status?.note || one.about}</p>
          {one.id === chosen && one.fields.length > 0 && (
            <div className="generator-form">
              <GeneratorForm generator={one} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
