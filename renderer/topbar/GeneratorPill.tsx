import { Check, ChevronDown, ImagePlus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { call } from '../link/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { Float, Toggle } from '../ui/index.js';
import { NumberField } from './NumberField.js';

/** What makes the new pictures, how often it may, and whether it may by itself. */
export function GeneratorPill() {
  const generators = useSession((session) => session.info)?.generators ?? [];
  const { generator: chosen, rounds, maxRequests, automatic } = useSettings();
  const generator = generators.find((one) => one.id === chosen);
  const open = useSession((session) => session.menu === 'generator');
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ menu: to ? 'generator' : null })}>
      <Popover.Trigger asChild>
        <button type="button" className="button pill" aria-label={`Generator: ${generator?.name ?? chosen}`}>
          <ImagePlus size={15} aria-hidden className="pill-icon" />
          <span className="pill-what">Generator</span>
          <span className="pill-name">{generator?.name ?? chosen}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Popover.Trigger>
      <Float label="Generator" side="bottom" align="end" sideOffset={6}>
        <ul className="choices">
          {generators.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="choice"
                aria-pressed={one.id === chosen}
                disabled={!one.ready}
                onClick={() => void call((api) => api.settings.set({ generator: one.id }))}
              >
                <Check size={15} aria-hidden className={one.id === chosen ? '' : 'hidden'} />
                <strong>{one.name}</strong>
              </button>
              {one.note && <p className="limits">{one.note}</p>}
            </li>
          ))}
        </ul>
        <div className="limits-form">
          <NumberField
            label="Regenerations a shot may have"
            value={rounds}
            min={1}
            max={20}
            onChange={(value) => void call((api) => api.settings.set({ rounds: value }))}
          />
          <NumberField
            label="Regenerations in one automatic run"
            value={maxRequests}
            min={1}
            max={10_000}
            onChange={(value) => void call((api) => api.settings.set({ maxRequests: value }))}
          />
          <label className="row" htmlFor="automatic">
            <span>
              Automatic mode
              <span className="faint block">
                Approves suggestions by itself, within these limits. Asks once per run.
              </span>
            </span>
            <Toggle
              id="automatic"
              label="Automatic mode"
              checked={automatic}
              onChange={(value) => void call((api) => api.settings.set({ automatic: value }))}
            />
          </label>
        </div>
      </Float>
    </Popover.Root>
  );
}
