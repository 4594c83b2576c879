import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import classes from './choice-group.module.css';
import { ChoiceGroup } from './choice-group.tsx';
import type { TileChoiceKind } from './tile-choice.ts';
import type { GalleryForm } from './use-gallery-form.ts';

const kinds: { value: TileChoiceKind; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'first', label: 'The first few' },
  { value: 'list', label: 'List' },
];

export function TileFields({ form, error }: { form: GalleryForm; error: string | undefined }) {
  const { tileChoice: choice, changeTiles, tilesAtHand } = form;
  if (tilesAtHand === 0) {
    return (
      <ChoiceGroup title="Tiles">
        <p className={classes.none}>Samples that are points have no tiles: each step is one plot.</p>
      </ChoiceGroup>
    );
  }
  return (
    <ChoiceGroup title="Tiles" error={choice.kind === 'all' ? error : undefined}>
      <SegmentedControl
        fullWidth
        aria-label="Which tiles"
        data={kinds}
        value={choice.kind}
        onChange={(kind) => changeTiles({ kind: kind as TileChoiceKind })}
      />
      {choice.kind === 'first' && (
        <NumberInput
          label="How many"
          description={`Of ${tilesAtHand}, row by row`}
          min={1}
          max={tilesAtHand}
          clampBehavior="none"
          error={error}
          value={choice.count}
          onChange={(count) => changeTiles({ count })}
        />
      )}
      {choice.kind === 'list' && (
        <TextInput
          label="Tiles between commas"
          description={`Row by row from 0 to ${tilesAtHand - 1}; ranges as 0-4`}
          error={error}
          value={choice.list}
          onChange={(event) => changeTiles({ list: event.currentTarget.value })}
        />
      )}
    </ChoiceGroup>
  );
}
