import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { ariaCombo, comboText, isMac } from '../../../components/key-combo.ts';
import { SteadyText } from '../../../components/steady-text.tsx';
import { editCombos } from './edit-combos.ts';
import type { Saving } from './use-saving.ts';

const [combo] = editCombos.save;

/** `Save changes`, and while that goes on `Cancel saving` in the same place: focus and layout stay. */
export function SaveButton({ saving, disabledReason }: { saving: Saving; disabledReason: string | null }) {
  const t = useTranslations('tableEdit.toolbar');
  const { running } = saving.state;
  const name = running === null ? 'save' : 'cancelSave';
  const other = running === null ? 'cancelSave' : 'save';
  return (
    <Button
      variant={running === null ? 'primary' : 'danger'}
      busy={running?.cancelling === true}
      title={running === null ? `${t('save')} (${comboText(combo, isMac)})` : t('cancelSave')}
      aria-keyshortcuts={running === null ? ariaCombo(combo, isMac) : undefined}
      disabledReason={running === null ? disabledReason : null}
      // The second half of a double click must not cancel what the first began.
      onClick={(event) => (running === null ? saving.save() : event.detail < 2 && saving.cancel())}
    >
      <SteadyText text={t(name)} other={t(other)} />
    </Button>
  );
}
