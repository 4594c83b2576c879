'use client';

import { SegmentedControl, Switch } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { boxOf, tileCount } from '#components/tile-box.ts';
import type { AddressChange } from '#components/use-address.ts';
import { Blink } from './blink.tsx';
import { noiseKey } from './describe-noise.ts';
import { DifferenceMap } from './difference-map.tsx';
import { findMismatch, type PairPicture, pictureOf } from './pair-picture.ts';
import { PairSide } from './pair-side.tsx';
import classes from './pair-view.module.css';
import type { SampledRun } from './sampled-run.ts';
import { type PairWay, type SamplesAddress, type Side, samplesTo } from './samples-address.ts';
import { Swipe } from './swipe.tsx';
import { crispWidth } from './wall-layout.ts';

interface PairViewProps {
  address: SamplesAddress;
  pair: readonly [Side, Side];
  sampled: readonly SampledRun[];
  step: number;
  onChange: (change: AddressChange) => void;
}

/** Two pictures in one place: swiped over, in turns, or as what tells them apart. */
export function PairView({ address, pair, sampled, step, onChange }: PairViewProps) {
  const { tile, way } = address;
  const [left, right] = [pictureOf(pair[0], sampled, step), pictureOf(pair[1], sampled, step)];
  if (!left || !right) return null;
  const only = typeof tile === 'number' ? tile : undefined;
  const most = Math.max(...[left, right].map(({ grid }) => (grid ? tileCount(grid) : 1)));
  const isSameNoise = noiseKey(left.sampled.run) === noiseKey(right.sampled.run);
  return (
    <div className={classes.pair}>
      <div className={classes.sides}>
        <PairSide
          name="Left"
          side={pair[0]}
          picture={left}
          sampled={sampled}
          step={step}
          onChange={(side) => onChange(samplesTo.pair([side, pair[1]]))}
        />
        <PairSide
          name="Right"
          side={pair[1]}
          picture={right}
          sampled={sampled}
          step={step}
          onChange={(side) => onChange(samplesTo.pair([pair[0], side]))}
        />
      </div>
      <div className={classes.ways}>
        <SegmentedControl
          size="xs"
          aria-label="Way of comparing"
          value={way}
          onChange={(next) => onChange(samplesTo.way(next as PairWay))}
          data={[
            { value: 'swipe', label: 'Swipe' },
            { value: 'blink', label: 'Blink' },
            { value: 'difference', label: 'Difference' },
          ]}
        />
        {most > 1 && (
          <Switch
            size="xs"
            label={only === undefined ? 'One tile only' : `Tile ${only} only`}
            checked={only !== undefined}
            onChange={(event) => onChange(samplesTo.pairTile(event.currentTarget.checked ? 0 : undefined))}
          />
        )}
        {!isSameNoise && <span className={classes.warning}>Their noise differs: tiles do not compare one by one.</span>}
      </div>
      <Pictures address={address} left={left} right={right} tile={only} onChange={onChange} />
    </div>
  );
}

interface PicturesProps {
  address: SamplesAddress;
  left: PairPicture;
  right: PairPicture;
  tile: number | undefined;
  onChange: (change: AddressChange) => void;
}

const leastHeight = 260;

function Pictures({ address, left, right, tile, onChange }: PicturesProps) {
  const { ref, width } = useElementSize();
  const [first, second] = [left.grid && boxOf(left.grid, tile), right.grid && boxOf(right.grid, tile)];
  const height = Math.max(leastHeight, (globalThis.innerHeight ?? 0) * 0.62);
  const missing = !first ? left : !second ? right : undefined;
  const problem =
    missing &&
    (missing.grid
      ? `There is no tile ${tile} in the grid of ${missing.sampled.run.name}.`
      : `${missing.sampled.run.name} has no grid at this step or before.`);
  const mismatch = first && second && findMismatch(first, second);
  return (
    <div ref={ref} className={classes.pictures}>
      {width > 0 && !problem && first && second && (
        <PairWayView
          address={address}
          left={left}
          right={right}
          tile={tile}
          width={crispWidth(first, { width, height }, globalThis.devicePixelRatio ?? 1)}
          mismatch={mismatch}
          onChange={onChange}
        />
      )}
      {problem && <p className={classes.problem}>{problem}</p>}
    </div>
  );
}

interface PairWayViewProps extends PicturesProps {
  width: number;
  mismatch: string | undefined;
}

function PairWayView({ address, mismatch, onChange, ...pictures }: PairWayViewProps) {
  if (address.way === 'swipe')
    return <Swipe {...pictures} cut={address.cut} onCut={(cut) => onChange(samplesTo.cut(cut))} />;
  if (address.way === 'blink')
    return <Blink {...pictures} rate={address.rate} onRate={(rate) => onChange(samplesTo.rate(rate))} />;
  if (mismatch) return <p className={classes.problem}>{mismatch} There is no difference pixel by pixel.</p>;
  return <DifferenceMap {...pictures} scale={address.scale} onScale={(scale) => onChange(samplesTo.scale(scale))} />;
}
