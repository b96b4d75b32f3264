import type { SettingField } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { useId, useState } from 'react';
import { tryCall } from '../link/index.js';
import { OpenQuestion } from '../OpenQuestion.js';
import { sayError, useSettings } from '../stores/index.js';
import { NumberField, Segmented, Toggle } from '../ui/index.js';
import type { ShownGenerator } from './use-generators.js';

type Value = string | number | boolean | string[];

interface FieldProps {
  readonly field: SettingField;
  /** As it is set; undefined = as the generator has it. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function Field({ field, value, onChange }: FieldProps) {
  const id = useId();
  const now = value ?? field.fallback;
  switch (field.kind) {
    case 'number':
      return (
        <NumberField
          label={field.label}
          value={Number(now)}
          min={field.min}
          max={field.max}
          onChange={onChange}
        />
      );
    case 'switch':
      return (
        <label className="row" htmlFor={id}>
          {field.label}
          <Toggle id={id} label={field.label} checked={now === true} onChange={onChange} />
        </label>
      );
    case 'choice':
      return (
        <div className="row">
          {field.label}
          <Segmented
            label={field.label}
            options={field.options.map((option) => [option, option] as const)}
            value={String(now)}
            onChange={onChange}
          />
        </div>
      );
    case 'several': {
      const chosen = now as string[];
      return (
        <fieldset className="several">
          <legend>{field.label}</legend>
          {field.options.map((option) => (
            <label key={option}>
              <input
                type="checkbox"
                checked={chosen.includes(option)}
                onChange={({ target }) =>
                  onChange(
                    field.options.filter((one) => (one === option ? target.checked : chosen.includes(one))),
                  )
                }
              />
              {option}
            </label>
          ))}
        </fieldset>
      );
    }
    case 'lines':
      return (
        <label className="setting-lines" htmlFor={id}>
          {field.label}
          <textarea
            id={id}
            className="field"
            rows={3}
            spellCheck={false}
            defaultValue={(now as string[]).join('\n')}
            onBlur={({ target }) => {
              const lines = linesOf(target.value);
              if (lines.join('\n') !== (now as string[]).join('\n')) onChange(lines);
            }}
          />
        </label>
      );
    case 'text':
      return (
        <label className="setting-lines" htmlFor={id}>
          {field.label}
          <input
            id={id}
            className="field"
            spellCheck={false}
            defaultValue={String(now)}
            onBlur={({ target }) => {
              if (target.value.trim() !== now) onChange(target.value.trim());
            }}
          />
        </label>
      );
  }
}

interface Entered {
  readonly value: Value;
  readonly isRefused: boolean;
  /** What is wrong with it, to be said beside it; '' = that is said elsewhere, or it may be right. */
  readonly why: string;
}

const whyBad = ({ code, data }: ErrorData): string => (code === 'BAD_SETTING' ? String(data.why ?? '') : '');

/** A setting that is not in use yet, or was refused, keeps what was entered. */
function Setting({ generator, field }: { readonly generator: string; readonly field: SettingField }) {
  const set = useSettings((settings) => settings.generators[generator]?.[field.key]);
  const [entered, setEntered] = useState<Entered | null>(null);
  const propose = async (value: Value): Promise<void> => {
    setEntered({ value, isRefused: false, why: '' });
    const saved = await tryCall((api) =>
      api.settings.set({ generators: { [generator]: { [field.key]: value } } }),
    );
    if ('value' in saved) return setEntered(null);
    const why = whyBad(saved.error);
    if (why === '') sayError(saved.error);
    setEntered({ value, isRefused: true, why });
  };
  return (
    <div className="setting">
      <Field field={field} value={entered?.value ?? set} onChange={(value) => void propose(value)} />
      {field.hint && <p className="faint setting-hint">{field.hint}</p>}
      {entered && !entered.isRefused && <OpenQuestion />}
      {entered?.why && (
        <p className="setting-hint" role="alert">
          This cannot be used: {entered.why}. Nothing was changed.
        </p>
      )}
      {entered?.isRefused && entered.why === '' && (
        <p className="setting-hint">
          Not in use.{' '}
          <button type="button" className="button" onClick={() => void propose(entered.value)}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

/** The settings of a generator, whatever they are. Nothing where it has none. */
export function GeneratorForm({ generator: { id, fields } }: { generator: ShownGenerator }) {
  return fields.map((field) => <Setting key={`${id} ${field.key}`} generator={id} field={field} />);
}
