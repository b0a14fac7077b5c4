import { useTranslations } from 'use-intl';
import { useDatabases } from '../../api/catalog.ts';
import { SelectField } from '../../components/select-field.tsx';

interface DatabaseFieldProps {
  instance: string;
  /** Null: the default one. */
  current: string | null;
  /** The server runs, so its databases can be read. */
  readable: boolean;
  onChoose: (name: string, isDefault: boolean) => void;
  /** The label stands before the control instead of above it. */
  inline?: boolean;
}

/** One of the databases of a server that take connections. */
export function DatabaseField({ instance, current, readable, onChoose, inline = false }: DatabaseFieldProps) {
  const t = useTranslations('common');
  const { data: databases = [] } = useDatabases(instance, readable);
  const shown = current ?? databases.find(({ isDefault }) => isDefault)?.name ?? '';
  const names = databases.filter(({ allowsConnections }) => allowsConnections).map(({ name }) => name);
  const offered = names.includes(shown) || shown === '' ? names : [shown, ...names];
  return (
    <SelectField
      label={t('database')}
      inline={inline}
      value={shown}
      onChange={(name) => {
        const isDefault = databases.some((one) => one.name === name && one.isDefault);
        if (name !== shown) onChoose(name, isDefault);
      }}
      options={offered.map((name) => ({ value: name, label: name }))}
    />
  );
}
