import { COMPOSITION_RULES, type CompositionRule, RULE_IDS } from '@shared/composition/index.js';
import { call } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { Toggle } from '../ui/index.js';

/** What the artist holds frames to; the framing that a description asks for always counts. */
export function CompositionRules() {
  const { rules } = useSettings();
  const set = (rule: CompositionRule, isOn: boolean) =>
    void call((api) =>
      api.settings.set({ rules: RULE_IDS.filter((id) => (id === rule ? isOn : rules.includes(id))) }),
    );
  return (
    <section aria-label="Rules of composition" className="rules">
      <h3>Rules of composition</h3>
      <p className="faint settings-meaning">
        What breaks a rule that is on is a finding. The size of shot that a description asks for counts
        without any.
      </p>
      {RULE_IDS.map((rule) => {
        const { name, meaning } = COMPOSITION_RULES[rule];
        return (
          <label className="row" htmlFor={`rule-${rule}`} key={rule}>
            <span>
              {name}
              <span className="faint settings-meaning">{meaning}</span>
            </span>
            <Toggle
              id={`rule-${rule}`}
              label={name}
              checked={rules.includes(rule)}
              onChange={(isOn) => set(rule, isOn)}
            />
          </label>
        );
      })}
    </section>
  );
}
