import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { useSession } from '../stores/index.js';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string;
  /** Default: no dialog is open any more. For one that is asked from within another. */
  readonly onClose?: () => void;
}

type PressOutside = Parameters<NonNullable<ComponentProps<typeof Radix.Content>['onPointerDownOutside']>>[0];

/**
 * Of all that lies outside a dialog, only its veil closes it: what is said over the veil can be read and closed
 * meanwhile. Asked when the press has ended: a message that it closed is gone from the page.
 */
export function onlyTheVeil(event: PressOutside): void {
  const { target } = event.detail.originalEvent;
  if (!(target instanceof Element && target.matches('.veil'))) event.preventDefault();
}

export const closeDialog = (): void => useSession.setState({ dialog: null });

/** The dialog that is open. Escape, the veil and the cross close it. */
export function Dialog({ title, children, footer, className = '', onClose = closeDialog }: Props) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={`dialog ${className}`}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            // A question asked inside is closed first.
            if (document.activeElement?.closest('[data-own-escape]')) event.preventDefault();
          }}
          onPointerDownOutside={onlyTheVeil}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            const first = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>(
              '[data-first]',
            );
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          onCloseAutoFocus={() => {
            // Radix knows no trigger here: what was asked from within a dialog goes back into it.
            const asked = before.current;
            if (asked instanceof HTMLElement && asked.closest('[role=dialog]')) asked.focus();
          }}
        >
          <header>
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <Radix.Close className="quiet square" aria-label="Close">
              <X size={16} aria-hidden />
            </Radix.Close>
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
