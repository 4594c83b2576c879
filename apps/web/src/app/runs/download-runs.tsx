import { ActionIcon, Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { DownloadItems } from '#components/download-items.tsx';

export function DownloadRuns() {
  return (
    <Menu width={190} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Download all runs" title="Download all runs">
          <Download size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <DownloadItems what="all runs" path="runs" />
      </Menu.Dropdown>
    </Menu>
  );
}
