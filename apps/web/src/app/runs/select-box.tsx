import { type MouseEvent, useEffect, useRef } from 'react';
import classes from './run-table.module.css';

interface SelectBoxProps {
  label: string;
  isChecked: boolean;
  isPartly?: boolean;
  /** `isRange`: with Shift, from the box that was used last. */
  onChange: (isChecked: boolean, isRange: boolean) => void;
}

export function SelectBox({ label, isChecked, isPartly = false, onChange }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  // The click comes for the keyboard too, and knows of Shift.
  const onClick = (event: MouseEvent<HTMLInputElement>) => onChange(event.currentTarget.checked, event.shiftKey);
  return (
    <label className={classes.selectBox}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        data-stop="select"
        onClick={onClick}
        onChange={() => {}}
      />
    </label>
  );
}
