import { Popover } from 'radix-ui';
import type { ComponentProps } from 'react';
import { leaveTakenFocus } from './focus-back.js';

interface Props extends Omit<ComponentProps<typeof Popover.Content>, 'aria-label'> {
  readonly label: string;
}

/** CSS pixels to the edges of the window; messages stand along the lower one. */
const ROOM = { top: 12, right: 12, bottom: 36, left: 12 };

/** What opens beside something in the panel. Escape, a press elsewhere and Tab past its end close it. */
export function Float({ label, className = '', ...rest }: Props) {
  return (
    <Popover.Portal>
      <Popover.Content
        className={`float ${className}`}
        side="left"
        sideOffset={8}
        collisionPadding={ROOM}
        onCloseAutoFocus={leaveTakenFocus}
        aria-label={label}
        {...rest}
      />
    </Popover.Portal>
  );
}
