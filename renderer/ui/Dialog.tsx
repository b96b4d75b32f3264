import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useSession } from '../stores/index.js';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string;
}

export const closeDialog = (): void => useSession.setState({ dialog: null });

/** The one dialog that is open. Escape, the veil and the cross close it. */
export function Dialog({ title, children, footer, className = '' }: Props) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={`dialog ${className}`}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            // A question asked inside is closed first.
            if (document.activeElement?.closest('[data-own-escape]')) event.preventDefault();
          }}
          onOpenAutoFocus={(event) => {
            const first = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>(
              '[data-first]',
            );
            if (!first) return;
            event.preventDefault();
            first.focus();
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
