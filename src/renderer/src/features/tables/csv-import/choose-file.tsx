import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { FileButton } from '../../../components/file-button.tsx';
import styles from './choose-file.module.css';
import { csvFileKinds } from './csv-file-kinds.ts';

/** The dialog before there is a file. */
export function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('tableFiles.import');
  const id = useId();
  return (
    <div className={styles.zone}>
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
