interface Props<T extends string | number> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, word: string])[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Options that cannot be chosen. */
  readonly disabled?: (value: T) => boolean;
}

/** A few choices in one row, one of them on. */
export function Segmented<T extends string | number>({
  label,
  options,
  value,
  onChange,
  disabled,
}: Props<T>) {
  return (
    <fieldset className="segmented">
      <legend className="unseen">{label}</legend>
      {options.map(([option, word]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          disabled={disabled?.(option)}
          onClick={() => onChange(option)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  );
}
