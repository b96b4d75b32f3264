import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { exportActions, runAction } from '../actions/index.js';
import { useSession } from '../stores/index.js';
import { Key, leaveTakenFocus } from '../ui/index.js';

export function ExportMenu() {
  const actions = exportActions(useSession((session) => session.info));
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button">
          Export
          <ChevronDown size={14} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} onCloseAutoFocus={leaveTakenFocus}>
          {actions.map((action) => (
            <DropdownMenu.Item key={action.id} className="menu-item" onSelect={() => runAction(action)}>
              {action.title}
              <Key action={action} />
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
