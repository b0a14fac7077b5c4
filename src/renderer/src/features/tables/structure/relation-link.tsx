import type { RelationName, RelationPlace } from '../../../../../shared/contract/relations.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import { useTableViewStore } from '../../../stores/table-view-store.ts';
import styles from './structure-texts.module.css';

/** Opens another relation at its structure. Its schema is named where it is another one. */
export function RelationLink({ place, relation }: { place: RelationPlace; relation: RelationName }) {
  const open = useTableViewStore((store) => store.open);
  const change = useTableViewStore((store) => store.change);
  const { schema, name } = relation;
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        change(place, relation, { subTab: 'structure' });
        open(place, relation);
      }}
    >
      <PlainText text={schema === place.relation.schema ? name : `${schema}.${name}`} />
    </button>
  );
}
