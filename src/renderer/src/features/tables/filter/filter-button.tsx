import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { TableSubject } from '../table-subject.ts';
import { turnFilter } from './turn-filter.ts';

/** Opens and closes what the rows are filtered by. */
export function FilterButton({ subject }: { subject: TableSubject }) {
  const t = useTranslations('tables.filter');
  return (
    <Button
      aria-expanded={subject.view.filterOpen}
      aria-keyshortcuts="Control+F"
      onClick={() => turnFilter(subject)}
    >
      {t('open')}
    </Button>
  );
}
