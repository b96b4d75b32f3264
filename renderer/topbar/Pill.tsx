import { ChevronDown, type LucideIcon } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { type MenuName, useSession } from '../stores/index.js';
import { Float } from '../ui/index.js';

interface Props {
  /** What is chosen here: "Judge". */
  readonly label: string;
  /** What the choice is now. */
  readonly name: string;
  readonly icon: LucideIcon;
  readonly menu: MenuName;
  readonly children: ReactNode;
}

/** A choice that holds for the whole storyboard, with what can be chosen one click away. */
export function Pill({ label, name, icon: Icon, menu, children }: Props) {
  const open = useSession((session) => session.menu === menu);
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ menu: to ? menu : null })}>
      <Popover.Trigger asChild>
        <button type="button" className="button pill" aria-label={`${label}: ${name}`}>
          <Icon size={15} aria-hidden className="pill-icon" />
          <span className="pill-what">{label}</span>
          <span className="pill-name">{name}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Popover.Trigger>
      <Float label={label} side="bottom" align="end" sideOffset={6}>
        {children}
      </Float>
    </Popover.Root>
  );
}
