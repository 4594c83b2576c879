'use client';

import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';

export const CopyJsonButton = ({ json }: { json: string }) => (
  <CopyButton value={json}>
    {({ copied, copy }) => (
      <Button
        variant="default"
        size="compact-sm"
        leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
        onClick={copy}
      >
        {copied ? 'Copied' : 'Copy JSON'}
      </Button>
    )}
  </CopyButton>
);
