import type { StatementDanger } from './statement-danger.ts';
import { nameLength, part, placeOf, type Stretch, splitAt, textOf, without, words } from './stretch.ts';

/** Kinds of objects whose name takes more than one word. */
const longKinds = [
  'access method',
  'event trigger',
  'foreign data wrapper',
  'foreign table',
  'materialized view',
  'operator class',
  'operator family',
  'owned by',
  'procedural language',
  'text search configuration',
  'text search dictionary',
  'text search parser',
  'text search template',
  'user mapping',
];

/** `DROP TABLE IF EXISTS a, b CASCADE`: each object. The stretch begins at DROP. */
export function dropDangers(stretch: Stretch): StatementDanger[] {
  const { kind, rest } = kindAndRest(part(stretch, 1));
  const named = without(rest, 'concurrently', 'if exists');
  const options = placeOf(named, ['cascade', 'restrict', 'with']);
  return splitAt(part(named, 0, options), ',').map((object) => {
    const name = textOf(withoutForce(kind, object));
    return { kind: 'drop', object: `${kind} ${name}`, objectKind: kind, name };
  });
}

/** `DROP DATABASE old (FORCE)` */
function withoutForce(kind: string, object: Stretch): Stretch {
  return kind === 'database' ? part(object, 0, placeOf(object, ['('])) : object;
}

function kindAndRest(stretch: Stretch): { kind: string; rest: Stretch } {
  const long = longKinds.find((kind) => words(stretch, kind.split(' ').length) === kind);
  const kind = long ?? words(stretch, 1);
  return { kind, rest: part(stretch, kind.split(' ').length) };
}

/** What an ALTER … DROP takes off a column, not with it: nothing is lost. */
const harmless = new Set(['not', 'default', 'expression', 'identity']);

/** `ALTER TABLE a DROP COLUMN b, DROP CONSTRAINT c`: each part that goes. The stretch begins at ALTER. */
export function alterDropDangers(stretch: Stretch): StatementDanger[] {
  const { kind, rest } = kindAndRest(part(stretch, 1));
  const named = without(rest, 'if exists', 'only');
  const length = nameLength(named);
  const name = textOf(part(named, 0, length));
  return splitAt(without(part(named, length), '*'), ',')
    .filter((action) => action.tokens[0]?.word === 'drop' && !harmless.has(action.tokens[1]?.word ?? ''))
    .map((action) => {
      const { partKind, partName } = dropped(part(action, 1));
      return {
        kind: 'alter-drop',
        object: `${partKind} ${partName} of ${kind} ${name}`,
        objectKind: kind,
        name,
      };
    });
}

const partKinds = new Set([
  'column',
  'constraint',
  'attribute',
  'table',
  'publication',
  'mapping',
  'operator',
  'function',
]);

function dropped(action: Stretch): { partKind: string; partName: string } {
  const first = words(action, 1);
  // COLUMN may be left out; a column may be called like a kind.
  const hasKind =
    partKinds.has(first) &&
    action.tokens[1]?.isName === true &&
    !/^(?:cascade|restrict)$/.test(action.tokens[1].word);
  const named = without(hasKind ? part(action, 1) : action, 'if exists');
  const partName = textOf(part(named, 0, placeOf(named, ['cascade', 'restrict'])));
  return { partKind: hasKind ? first : 'column', partName };
}
