import { type GalleryFormat, galleryFormats } from '@duality/shared';
import { Radio } from '@mantine/core';
import { AppWindow, FileArchive, Film, Grid3x3, Images, type LucideIcon } from 'lucide-react';
import classes from './format-choice.module.css';

const formats: Record<GalleryFormat, { title: string; use: string; Icon: LucideIcon }> = {
  html: { title: 'Web page', use: 'One file that works offline, with a slider over the steps', Icon: AppWindow },
  gif: { title: 'Animated GIF', use: 'Plays everywhere: chats, slides, a README', Icon: Film },
  webp: { title: 'Animated WebP', use: 'Every pixel and colour exact, and smaller, for the web', Icon: Images },
  png: { title: 'Contact sheet', use: 'One PNG, steps from left to right, for papers and print', Icon: Grid3x3 },
  zip: {
    title: 'ZIP of PNGs',
    use: 'Every picture as it is stored, with a manifest for other programs',
    Icon: FileArchive,
  },
};

interface FormatChoiceProps {
  format: GalleryFormat;
  onChange: (format: GalleryFormat) => void;
}

export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  return (
    <Radio.Group label="Format" value={format} onChange={(value) => onChange(value as GalleryFormat)}>
      <div className={classes.cards}>
        {galleryFormats.map((name) => {
          const { title, use, Icon } = formats[name];
          return (
            <Radio.Card key={name} value={name} className={classes.card ?? ''}>
              <Icon size={17} aria-hidden="true" className={classes.icon} />
              <span className={classes.title}>{title}</span>
              <span className={classes.use}>{use}</span>
            </Radio.Card>
          );
        })}
      </div>
    </Radio.Group>
  );
}
