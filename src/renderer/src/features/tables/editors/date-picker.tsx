import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../components/icon-button.tsx';
import styles from './date-picker.module.css';
import { dateIn, withDate } from './picked-date.ts';

interface DatePickerProps {
  /** The browser's input, which shows its calendar. */
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  onPick: (text: string) => void;
}

/** The browser's own calendar behind a button; time and time zone of the text stay as they are. */
export function DatePicker({ ref, text, onPick }: DatePickerProps) {
  const t = useTranslations('tableEditors');
  return (
    <span className={styles.picker}>
      <IconButton
        icon="calendar"
        label={t('calendar')}
        tabIndex={-1}
        onClick={() => ref.current?.showPicker()}
      />
      <input
        ref={ref}
        type="date"
        aria-hidden="true"
        tabIndex={-1}
        className={styles.input}
        value={dateIn(text)}
        onChange={(event) => event.target.value !== '' && onPick(withDate(text, event.target.value))}
      />
    </span>
  );
}
