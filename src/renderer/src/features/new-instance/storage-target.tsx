import { useTranslations } from 'use-intl';
import { useVolumes } from '../../api/volumes.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { VolumeContentText } from '../volumes/volume-content-text.tsx';
import type { FormPart } from './form-part.ts';
import styles from './storage-fields.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

/** Said by the choice itself already. */
const SAID: ReadonlySet<string> = new Set(['memory-lost', 'anonymous-orphan']);

interface StorageTargetProps extends FormPart {
  mountPath: string | null;
}

/** What the chosen kind of storage wants to know. */
export function StorageTarget({ draft, issues, edit, mountPath }: StorageTargetProps) {
  const t = useTranslations('newInstance');
  const texts = useIssueTexts(issues.storage?.filter(({ problem }) => !SAID.has(problem)));
  const hint = mountPath === null ? undefined : t('storage.mountPath', { path: mountPath });
  switch (draft.storageKind) {
    case 'named-volume':
      return (
        <TextField
          label={t('label.volumeName')}
          mono
          value={draft.volumeName}
          onChange={(name) => edit({ kind: 'volume-name', name })}
          hint={hint}
          {...texts}
        />
      );
    case 'existing-volume':
      return (
        <ExistingVolume
          value={draft.existingVolume}
          onChange={(existingVolume) => edit({ kind: 'set', values: { existingVolume } })}
          hint={hint}
          texts={texts}
        />
      );
    case 'folder':
      return (
        <TextField
          label={t('label.folder')}
          mono
          placeholder="/srv/postgres"
          value={draft.folder}
          onChange={(folder) => edit({ kind: 'set', values: { folder } })}
          hint={hint}
          {...texts}
        />
      );
    case 'anonymous':
    case 'memory':
      return (
        <>
          {hint !== undefined && (
            <p className={styles.mount}>
              <PlainText text={hint} />
            </p>
          )}
          {texts.error !== undefined && <p className={styles.error}>{texts.error}</p>}
          {texts.warning !== undefined && <p className={styles.warning}>{texts.warning}</p>}
        </>
      );
  }
}

interface ExistingVolumeProps {
  value: string;
  onChange: (name: string) => void;
  hint: string | undefined;
  texts: ReturnType<typeof useIssueTexts>;
}

function ExistingVolume({ value, onChange, hint, texts }: ExistingVolumeProps) {
  const t = useTranslations('newInstance');
  const volumes = (useVolumes().data ?? []).filter(({ anonymous }) => !anonymous);
  const options = volumes.map((volume) => ({
    value: volume.name,
    label: volume.name,
    note: (
      <>
        <VolumeContentText volume={volume} />
        {volume.usedBy.length > 0 &&
          ` · ${t('storage.usedBy', { users: volume.usedBy.map(({ name }) => name).join(', ') })}`}
      </>
    ),
  }));
  return (
    <SelectField
      label={t('label.existingVolume')}
      value={value}
      onChange={onChange}
      disabled={volumes.length === 0}
      hint={volumes.length === 0 ? t('storage.noVolumes') : hint}
      options={[{ value: '', label: t('storage.chooseVolume'), disabled: true }, ...options]}
      {...texts}
    />
  );
}
