import { Popover } from 'radix-ui';
import type { ComponentProps } from 'react';

interface Props extends Omit<ComponentProps<typeof Popover.Content>, 'aria-label'> {
  readonly label: string;
}

/** What opens beside something in the panel. Escape, a press elsewhere and Tab past its end close it. */
export function Float({ label, className = '', ...rest }: Props) {
  return (
    <Popover.Portal>
      <Popover.Content
        className={`float ${className}`}
        side="left"
        sideOffset={8}
        collisionPadding={12}
        aria-label={label}
        {...rest}
      />
    </Popover.Portal>
  );
}
