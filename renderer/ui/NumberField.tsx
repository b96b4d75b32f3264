import { useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number; takes effect when it is left or Enter is pressed, and only when it is in range. */
export function NumberField({ label, value, min, max, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const commit = () => {
    const number = Number(text);
    if (text !== null && Number.isInteger(number) && number >= min && number <= max && number !== value)
      onChange(number);
    setText(null);
  };
  return (
    <label className="row" htmlFor={id}>
      {label}
      <input
        id={id}
        className="field number-field numbers"
        inputMode="numeric"
        value={text ?? String(value)}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </label>
  );
}
