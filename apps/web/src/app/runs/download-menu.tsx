'use client';

import { Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { DownloadItems } from '#components/download-items.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import classes from './runs-view.module.css';

/** Open from the first moment on. */
export const DownloadMenu = () => (
  <Menu defaultOpened width={190} position="bottom-end">
    <Menu.Target>
      <PlainButton className={classes.download ?? ''} aria-label="Download all runs" title="Download all runs">
        <Download size={16} aria-hidden="true" />
      </PlainButton>
    </Menu.Target>
    <Menu.Dropdown>
      <DownloadItems what="all runs" path="runs" />
    </Menu.Dropdown>
  </Menu>
);
