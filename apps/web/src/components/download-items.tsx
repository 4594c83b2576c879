import type { FormatName } from '@duality/shared/export';
import { Menu } from '@mantine/core';
import { FileDown } from 'lucide-react';

const formats: Record<FormatName, string> = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet' };

/** Menu items that download what `path` has under /api/files, one a format. */
export function DownloadItems({ what, path }: { what: string; path: string }) {
  return (
    <>
      <Menu.Label>Download {what}</Menu.Label>
      {Object.entries(formats).map(([name, title]) => (
        <Menu.Item
          key={name}
          component="a"
          href={`/api/files/${path}?format=${name}`}
          download
          leftSection={<FileDown size={15} />}
          aria-label={`Download ${what} as ${title}`}
        >
          {title}
        </Menu.Item>
      ))}
    </>
  );
}
