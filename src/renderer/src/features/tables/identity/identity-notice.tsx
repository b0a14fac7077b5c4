import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../../../components/banner.tsx';
import { Button } from '../../../components/button.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import type { TableSubject } from '../table-subject.ts';
import { IdentityDialog } from './identity-dialog.tsx';

/** Why rows cannot be changed, or by which columns of the person's choice they can. */
export function IdentityNotice({ subject }: { subject: TableSubject }) {
  const t = useTranslations('tables.identity');
  const { relation, change, blocked } = subject;
  const [choosing, setChoosing] = useState(false);
  const { readOnlyReason, identity } = relation;
  const picked = identity?.source === 'picked' ? identity.columns : null;
  if (readOnlyReason === null && picked === null) return null;
  return (
    <>
      <Banner
        tone="info"
        actions={
          <>
            {(readOnlyReason === 'no-key' || picked !== null) && (
              <Button disabledReason={blocked} onClick={() => setChoosing(true)}>
                {t(picked === null ? 'choose' : 'chooseOther')}
              </Button>
            )}
            {picked !== null && <Button onClick={() => change({ identity: null })}>{t('forget')}</Button>}
          </>
        }
      >
        {picked === null
          ? readOnlyReason !== null && t(`why.${readOnlyReason}`)
          : t('picked', { columns: picked.map(visibleText).join(', ') })}
      </Banner>
      {choosing && <IdentityDialog subject={subject} onClose={() => setChoosing(false)} />}
    </>
  );
}
