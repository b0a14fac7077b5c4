import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { useInstances } from '../../api/instances.ts';
import { useKnownRelations } from '../../api/tables.ts';
import { useTableViewStore } from '../../stores/table-view-store.ts';
import { instancePath } from '../instance/instance-path.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Tables by name, of the databases that were looked at. */
export function useTableEntries(): PaletteEntry[] {
  const t = useTranslations('palette');
  const { data: instances = [] } = useInstances();
  const databases = useTableViewStore((store) => store.databases);
  const open = useTableViewStore((store) => store.open);
  const [, navigate] = useLocation();
  const known = useKnownRelations(
    instances.map(({ name }) => ({ instance: name, database: databases[name] ?? null })),
  );
  return known.map(({ place, relation: { schema, name } }) => ({
    id: `table-${JSON.stringify([place, schema, name])}`,
    kind: 'table',
    label: t('tableOf', { table: schema === 'public' ? name : `${schema}.${name}`, name: place.instance }),
    run: () => {
      open(place, { schema, name });
      navigate(instancePath(place.instance, 'data'));
    },
  }));
}
