import { useTranslations } from 'use-intl';
import { useCapabilities } from '../../api/host.ts';
import { Card } from '../../components/card.tsx';
import { KeyValues } from '../../components/key-values.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

export function AboutCard() {
  const t = useTranslations('settings');
  const { data: capabilities } = useCapabilities();
  return (
    <Card title={t('about')}>
      {capabilities === undefined ? (
        <Skeleton widthPx={240} />
      ) : (
        <KeyValues
          rows={[
            [t('version'), capabilities.appVersion],
            [t('host'), t(`hosts.${capabilities.host}`)],
            [
              t('dataDirectory'),
              <div key="directory">
                <code>{capabilities.dataDirectory}</code>
                <p className="muted">{t('dataDirectoryHint')}</p>
              </div>,
            ],
          ]}
        />
      )}
    </Card>
  );
}
