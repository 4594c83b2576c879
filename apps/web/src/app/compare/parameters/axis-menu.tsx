'use client';

import { Menu, UnstyledButton } from '@mantine/core';
import { ArrowLeft, ArrowRight, ArrowUpDown, ChartNoAxesColumn, ChevronDown, Eraser, X } from 'lucide-react';
import { useState } from 'react';
import { canBeLogarithmic, type ValueAxis } from '#charts/value-axis.ts';
import classes from './axis-menu.module.css';
import type { AskedAxis } from './parameters-address.ts';
import { useSidewaysDrag } from './use-sideways-drag.ts';

interface AxisMenuProps {
  axis: ValueAxis;
  asked: AskedAxis;
  at: number;
  count: number;
  isBrushed: boolean;
  onMove: (to: number) => void;
  onReplace: (axis: AskedAxis) => void;
  onRemove: () => void;
  onUnbrush: () => void;
}

/** The head of an axis: dragged sideways it takes the axis along, pressed it opens what can be done with it. */
export function AxisMenu({ axis, asked, at, count, isBrushed, onMove, onReplace, onRemove, onUnbrush }: AxisMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { away, wasDragged, handlers } = useSidewaysDrag((columns) =>
    onMove(Math.min(count - 1, Math.max(0, at + columns))),
  );
  const icon = (Icon: typeof X) => <Icon size={14} />;
  return (
    <div className={classes.head} style={{ transform: `translateX(${away}px)` }} data-dragged={away !== 0 || undefined}>
      <Menu
        opened={isOpen}
        onChange={(isWanted) => setOpen(isWanted && !wasDragged.current)}
        position="bottom"
        withinPortal
      >
        <Menu.Target>
          <UnstyledButton className={classes.title} {...handlers}>
            <span className={classes.name}>{axis.title}</span>
            <span className={classes.marks}>
              {axis.scale === 'log' && 'log '}
              {axis.isFlipped && '↓ '}
            </span>
            <ChevronDown size={12} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={icon(ArrowLeft)} disabled={at === 0} onClick={() => onMove(at - 1)}>
            Move left
          </Menu.Item>
          <Menu.Item leftSection={icon(ArrowRight)} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
            Move right
          </Menu.Item>
          <Menu.Item
            leftSection={icon(ArrowUpDown)}
            onClick={() => onReplace({ ...asked, isFlipped: !asked.isFlipped })}
          >
            Flip
          </Menu.Item>
          {canBeLogarithmic(axis) && (
            <Menu.Item
              leftSection={icon(ChartNoAxesColumn)}
              onClick={() => onReplace({ ...asked, scale: axis.scale === 'log' ? 'linear' : 'log' })}
            >
              {axis.scale === 'log' ? 'Linear scale' : 'Logarithmic scale'}
            </Menu.Item>
          )}
          <Menu.Item leftSection={icon(Eraser)} disabled={!isBrushed} onClick={onUnbrush}>
            Take the brush away
          </Menu.Item>
          <Menu.Item leftSection={icon(X)} onClick={onRemove}>
            Leave this axis out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
