import { Switch } from 'radix-ui';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
}

export function Toggle({ label, checked, onChange, disabled, id }: Props) {
  return (
    <Switch.Root
      className="switch"
      id={id}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-label={label}
    >
      <Switch.Thumb asChild>
        <span />
      </Switch.Thumb>
    </Switch.Root>
  );
}
