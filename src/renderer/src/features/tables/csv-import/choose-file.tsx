import { type DragEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { FileButton } from '../../../components/file-button.tsx';
import styles from './choose-file.module.css';
import { csvFileKinds } from './csv-file-kinds.ts';

interface ChooseFileProps {
  onFile: (file: File) => void;
}

/** Where a file is chosen or dropped. */
export function ChooseFile({ onFile }: ChooseFileProps) {
  const t = useTranslations('tableFiles.import');
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button in it
    <div
      className={classNames(styles.zone, over && styles.over)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <FileButton
        id={id}
        label={t('choose')}
        accept={csvFileKinds}
        onFiles={([file]) => file !== undefined && onFile(file)}
      />
      <span className="muted">{t('drop')}</span>
    </div>
  );
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
