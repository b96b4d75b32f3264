import { ImagePlus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect } from 'react';
import { runAction } from '../actions/index.js';
import { GeneratorChoices, useChosenGenerator } from '../generators/index.js';
import { call, refreshGenerators } from '../link/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { NumberField, Toggle } from '../ui/index.js';
import { Pill } from './Pill.js';

/** What makes the new pictures, how often it may, and whether it may by itself. */
export function GeneratorPill() {
  const { generator: chosen, rounds, maxRequests, maxMinutes, automatic } = useSettings();
  const generator = useChosenGenerator();
  const open = useSession((session) => session.menu === 'generator');
  useEffect(() => {
    if (open) void refreshGenerators();
  }, [open]);
  return (
    <Pill label="Generator" name={generator?.name ?? chosen} icon={ImagePlus} menu="generator">
      <GeneratorChoices />
      <Popover.Close asChild>
        <button type="button" className="button choices-more" onClick={() => runAction('generators')}>
          Set up and test…
        </button>
      </Popover.Close>
      <div className="limits-form">
        <NumberField
          label="Rounds a shot may have"
          value={rounds}
          min={1}
          max={20}
          onChange={(value) => void call((api) => api.settings.set({ rounds: value }))}
        />
        <NumberField
          label="Pictures in one automatic run"
          value={maxRequests}
          min={1}
          max={10_000}
          onChange={(value) => void call((api) => api.settings.set({ maxRequests: value }))}
        />
        <NumberField
          label="Minutes of one automatic run; 0 = no limit"
          value={maxMinutes}
          min={0}
          max={10_000}
          onChange={(value) => void call((api) => api.settings.set({ maxMinutes: value }))}
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
    </Pill>
  );
}
